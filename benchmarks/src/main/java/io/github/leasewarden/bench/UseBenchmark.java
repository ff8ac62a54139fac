package io.github.leasewarden.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One call on an open resource. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@State(Scope.Benchmark)
public class UseBenchmark {
    private final Resource resource = new Resource();

    @Benchmark
    public int untracked() {
        return resource.use();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = Agent.OPTION)
    public int woven() {
        return resource.use();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = Agent.OPTION)
    public int wovenInFlight() {
        return resource.useInFlight();
    }
}
