package io.github.leasewarden.core.sampling;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.management.JMException;

/**
 * Class histograms taken in process, by the JVM's DiagnosticCommand MBean. Every one stops the application, and a live one
 * collects the whole heap first, so each is refused if the estimated pause exceeds the limit. Meant for moments of suspicion:
 * few, spaced by the caller.
 */
public final class ClassHistogram {
    /** Default limit of the estimated pause. */
    public static final Duration MAX_PAUSE = Duration.ofMillis(300);

    /** Assumed before the first measurement: a gigabyte took 4–5.2 s live and 1.1–1.9 s otherwise, on a busy machine. */
    private static final double LIVE_NANOS_PER_BYTE = 5;

    private static final double ALL_NANOS_PER_BYTE = 2;
    /** A live histogram took 2.5 to 6.5 times as long as one of all objects, at 100 MB and 1 GB, on 17 and 25. */
    private static final double LIVE_TIMES_ALL = 4;

    /** What became of a request. */
    public sealed interface Result {
        /**
         * A census.
         *
         * @param collecting what a collection that went before and stopped nobody made the process compute
         */
        record Taken(ClassCensus census, Duration collecting) implements Result {}

        /** None, and one sentence why. */
        record Refused(String why) implements Result {}
    }

    /** The JVM's command. */
    @FunctionalInterface
    public interface Command {
        /** The histogram as text; without garbage if {@code live}. */
        String run(boolean live) throws JMException;

        /** True if objects are found by following references, so that no histogram counts garbage and none collects by itself on 17. */
        default boolean followsReferences() {
            return false;
        }

        /** Collects the heap while the application runs; false if the JVM ignored it. */
        default boolean collect() {
            return false;
        }

        /** Whether the last live histogram really collected first. */
        default boolean collected() {
            return true;
        }

        /** What needs to be done once, and is not to be measured. */
        default void prepare() {}
    }

    private final Command command;
    private final LongSupplier heapUsedBytes;
    private final LongSupplier liveBytes;
    private final LongSupplier cpuNanos;
    private final UptimeClock clock;
    private final Supplier<HeapSampler.OwnGc> ownGc;
    private final Duration maxPause;
    private final PauseEstimate livePause = new PauseEstimate(LIVE_NANOS_PER_BYTE);
    private final PauseEstimate allPause = new PauseEstimate(ALL_NANOS_PER_BYTE);
    /** When the last census ended, or the agent started, and what the process had computed by then. */
    private long restSince;

    private long cpuAtRest;

    /**
     * @param command the JVM's
     * @param liveBytes roughly what a collection leaves, on which the cost of a live histogram depends; -1 if not known yet
     * @param ownGc marks the collection as ours: {@link HeapSampler#markOwnGc()}
     * @param maxPause estimated pauses above it are refused
     */
    public ClassHistogram(
            Command command,
            LongSupplier liveBytes,
            UptimeClock clock,
            Supplier<HeapSampler.OwnGc> ownGc,
            Duration maxPause) {
        this(
                command,
                ClassHistogram::heapUsed,
                () -> liveBytes.getAsLong() < 0 ? heapUsed() : Math.min(liveBytes.getAsLong(), heapUsed()),
                ProcessorTime::nanos,
                clock,
                ownGc,
                maxPause);
    }

    ClassHistogram(
            Command command,
            LongSupplier heapUsedBytes,
            LongSupplier liveBytes,
            LongSupplier cpuNanos,
            UptimeClock clock,
            Supplier<HeapSampler.OwnGc> ownGc,
            Duration maxPause) {
        this.command = command;
        this.heapUsedBytes = heapUsedBytes;
        this.liveBytes = liveBytes;
        this.cpuNanos = cpuNanos;
        this.clock = clock;
        this.ownGc = ownGc;
        this.maxPause = maxPause;
    }

    private void rest() {
        restSince = clock.uptimeNanos();
        cpuAtRest = cpuNanos.getAsLong();
    }

    /** Counts reachable objects if that pause is allowed, else all objects, else refuses. */
    public Result best() {
        Result live = take(true);
        return live instanceof Result.Taken ? live : take(false);
    }

    /**
     * One at a time; blocks for as long as the JVM takes.
     *
     * @param live count only what a collection leaves; it stops the application where a histogram can only collect by itself
     */
    public synchronized Result take(boolean live) {
        boolean follows = command.followsReferences();
        boolean stopsToCollect = live && !follows;
        PauseEstimate estimate = stopsToCollect ? livePause : allPause;
        long used = (live || follows ? liveBytes : heapUsedBytes).getAsLong();
        Duration expected = estimate.of(used);
        if (expected.compareTo(maxPause) > 0) {
            estimate.refused();
            return new Result.Refused(
                    "a class histogram of " + (used >> 20) + " MiB of heap would stop the application for about "
                            + expected.toMillis() + " ms; the limit is " + maxPause.toMillis() + " ms");
        }
        try (HeapSampler.OwnGc marked = ownGc.get()) {
            command.prepare();
            long first = clock.uptimeNanos();
            long cpuAtFirst = cpuNanos.getAsLong();
            boolean collectedBeside = live && follows && command.collect();
            long cpuBefore = cpuNanos.getAsLong();
            Duration collecting = beyondTheUsual(first, cpuAtFirst, cpuBefore);
            long before = clock.uptimeNanos();
            String text = command.run(stopsToCollect);
            long after = clock.uptimeNanos();
            Duration pause = Duration.ofNanos(after - before);
            Duration work = ProcessorTime.work(pause, cpuBefore, cpuNanos.getAsLong());
            estimate.measured(used, work, work.compareTo(maxPause) > 0);
            if (!stopsToCollect) {
                livePause.calibrate(allPause, LIVE_TIMES_ALL);
            }
            boolean collected = collectedBeside || (stopsToCollect && command.collected());
            Counted counted = collected ? Counted.COLLECTED : follows ? Counted.REACHABLE : Counted.ALL;
            return new Result.Taken(
                    new ClassCensus(
                            after, counted, HistogramParser.parse(text), HistogramParser.totalBytes(text), pause, work),
                    collecting);
        } catch (JMException | RuntimeException failed) {
            Throwable why = failed.getCause() == null ? failed : failed.getCause();
            return new Result.Refused("this JVM gave no class histogram: " + why);
        } finally {
            rest();
        }
    }

    /**
     * What the process computed since then, less what it computes in so much time when nobody collects for us: beside a collection that stops nobody the
     * application goes on, and a busy one would use up in a second what all censuses of an hour may.
     */
    private Duration beyondTheUsual(long since, long cpuAtFirst, long cpuNow) {
        double usual = since <= restSince ? 0 : (double) (cpuAtFirst - cpuAtRest) / (since - restSince);
        double expected = usual * (clock.uptimeNanos() - since);
        return Duration.ofNanos(Math.max(0, Math.round(cpuNow - cpuAtFirst - expected)));
    }

    private static long heapUsed() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
