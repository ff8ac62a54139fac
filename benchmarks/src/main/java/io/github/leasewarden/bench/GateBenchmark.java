package io.github.leasewarden.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One item of a source: not gated, gated while there is room, and gated under pressure where the decision is not to wait. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@State(Scope.Benchmark)
public class GateBenchmark {
    private final Resource resource = new Resource();

    /** Without a collection nothing is known of the heap, and after ten seconds nothing any more. */
    @Setup(Level.Iteration)
    public void collect() {
        System.gc();
    }

    @Benchmark
    public int untracked() {
        return resource.emit();
    }

    /** The A/A check. */
    @Benchmark
    public int untrackedAgain() {
        return resource.emit();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = Agent.OPTION)
    public int open() {
        return resource.emit();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = Agent.OPTION + ",gate.memory-limit=1MiB,mode.bench.stream=observe")
    public int shutButObserved() {
        return resource.emit();
    }
}
