package io.github.leasewarden.bench;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakTracker;
import java.lang.ref.Cleaner;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One resource opened and closed. At millions of opens a second the agent's stack budget is spent within the warm-up, so the woven case is
 * "every object tracked, next to no stacks".
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
public class OpenCloseBenchmark {

    @Benchmark
    public Resource untracked() {
        return openAndClose();
    }

    /** The same again: how far two equal things lie apart on this machine. */
    @Benchmark
    public Resource untrackedAgain() {
        return openAndClose();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = Agent.OPTION)
    public Resource woven() {
        return openAndClose();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = Agent.OPTION)
    public Resource wovenWithUse() {
        Resource resource = new Resource();
        resource.use();
        resource.close();
        return resource;
    }

    /** Netty's default: one in 128 is tracked, with its stack. */
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "-Dio.netty.leakDetection.level=simple")
    public Resource nettySimple(Netty netty) {
        return netty.openAndClose();
    }

    /** Netty SIMPLE made to track every object, as the agent does. */
    @Benchmark
    @Fork(
            value = 1,
            jvmArgsAppend = {"-Dio.netty.leakDetection.level=simple", "-Dio.netty.leakDetection.samplingInterval=1"})
    public Resource nettySimpleEvery(Netty netty) {
        return netty.openAndClose();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "-Dio.netty.leakDetection.level=paranoid")
    public Resource nettyParanoid(Netty netty) {
        return netty.openAndClose();
    }

    @Benchmark
    public Resource cleaner(Cleaning cleaning) {
        Resource resource = new Resource();
        Cleaner.Cleanable registration = cleaning.cleaner.register(resource, cleaning.nothing);
        resource.close();
        registration.clean();
        return resource;
    }

    private static Resource openAndClose() {
        Resource resource = new Resource();
        resource.close();
        return resource;
    }

    /** As Netty's buffers use it. */
    @State(Scope.Benchmark)
    public static class Netty {
        private final ResourceLeakDetector<Resource> detector = new ResourceLeakDetector<>(
                Resource.class, Integer.getInteger("io.netty.leakDetection.samplingInterval", 128));

        Resource openAndClose() {
            Resource resource = new Resource();
            ResourceLeakTracker<Resource> tracker = detector.track(resource);
            resource.close();
            if (tracker != null) {
                tracker.close(resource);
            }
            return resource;
        }
    }

    /** The JDK's own. */
    @State(Scope.Benchmark)
    public static class Cleaning {
        private final Cleaner cleaner = Cleaner.create();
        private final Runnable nothing = () -> {};
    }
}
