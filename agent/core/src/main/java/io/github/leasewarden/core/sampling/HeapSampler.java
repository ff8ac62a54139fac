package io.github.leasewarden.core.sampling;

import io.github.leasewarden.thread.AgentThread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects heap-after-GC samples: from GC notifications at first, which cost nothing, and from JFR once it is needed: starting
 * JFR costs about a second of CPU, and only G1's concurrent cycles and old-object samples need it. If JFR is missing, fails or dies, notifications go on and
 * {@link #capability()} says what cannot be seen.
 *
 * <p>Bounds: {@value #MOST_HEAP_SAMPLES} heap samples (about 200 KiB) and {@value #MOST_GC_SAMPLES} collections; the older
 * half gets coarser instead of vanishing, see {@link History}. One daemon thread of our own, {@code leasewarden-jfr}.
 */
public final class HeapSampler implements AutoCloseable {
    static final int MOST_HEAP_SAMPLES = 2048;
    static final int MOST_GC_SAMPLES = 512;
    private static final long MOST_CLOSING_MILLIS = 500;

    private final UptimeClock clock;
    private final @Nullable Duration warmUp;
    private final GcSource notifications;
    private final GcSource jfr;
    private final Consumer<HeapSample> listener;

    private final History<HeapSample> heap = new History<>(MOST_HEAP_SAMPLES, HeapSampler::lower);
    private final History<GcSample> collections = History.thinning(MOST_GC_SAMPLES);
    private final OwnGcs ownGcs = new OwnGcs();
    private final CountDownLatch jfrMayStart = new CountDownLatch(1);
    private volatile GcTotals totals = GcTotals.NONE;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong suppressed = new AtomicLong();

    private volatile String capability = "heap after GC is not sampled yet";
    private volatile @Nullable HeapSample latest;
    private volatile boolean jfrSpeaks;
    private volatile long recordingSinceNanos = -1;
    private volatile long judgedNanos = Long.MAX_VALUE;
    private long lastBeganNanos;
    private Instant lastNotified = Instant.MIN;

    /**
     * @param warmUp how long to do without JFR, unless {@link #needJfr()} is called; null for as long as it is not
     * @param starts learns, while JFR runs, who starts threads
     * @param listener told of every sample on the JVM's notification thread or ours; must be quick
     * @param tell takes a line for the operator
     */
    public HeapSampler(
            UptimeClock clock,
            @Nullable Duration warmUp,
            ThreadStarts starts,
            Consumer<HeapSample> listener,
            Consumer<String> tell) {
        this(clock, warmUp, new GcNotifications(clock), new JfrGcEvents(starts, tell), listener);
    }

    HeapSampler(
            UptimeClock clock,
            @Nullable Duration warmUp,
            GcSource notifications,
            GcSource jfr,
            Consumer<HeapSample> listener) {
        this.clock = clock;
        this.warmUp = warmUp;
        this.notifications = notifications;
        this.jfr = jfr;
        this.listener = listener;
    }

    /** Returns at once and never throws; what does not work is in {@link #capability()}. */
    public void start() {
        boolean notified = listenToNotifications("heap after GC comes from GC notifications, "
                + (warmUp == null ? "and from JFR once there is suspicion" : "until the warm-up ends, then from JFR"));
        new AgentThread("jfr", () -> followJfr(notified)).start();
    }

    /** Starts JFR if it does not run yet; costs about a second of CPU, once. Returns at once. */
    public void needJfr() {
        jfrMayStart.countDown();
    }

    /** Heap samples, oldest first; a copy. */
    public List<HeapSample> heap() {
        return heap.list();
    }

    /** Collections and their pauses, oldest first; a copy. */
    public List<GcSample> collections() {
        return collections.list();
    }

    /** All collections so far, also those no longer listed. */
    public GcTotals totals() {
        return totals;
    }

    /** The newest heap sample, or null before the first collection. Look at its age before acting on it. */
    public @Nullable HeapSample latest() {
        return latest;
    }

    /** One sentence: where samples come from, and what this JVM does not show. */
    public String capability() {
        return capability;
    }

    /** The same sentence, but only if something is amiss; null otherwise. */
    public @Nullable String gap() {
        String now = capability;
        return now.contains("not usable") || now.contains("cannot be") ? now : null;
    }

    /** When JFR was first heard of, in nanoseconds since the agent's start; -1 if it was not. */
    public long recordingSinceNanos() {
        return recordingSinceNanos;
    }

    /**
     * What was allocated later than this, since the agent's start, may be garbage that no collection has found yet; {@link Long#MAX_VALUE} where
     * they stop the application, or none is known. Where they run beside it, the start of the last but one of the whole heap: on 25 with ZGC, JFR's
     * samples of what was allocated between two such collections were still there after the second one, and nearly all gone after the third.
     */
    public long judgedNanos() {
        return judgedNanos;
    }

    /** Failures of the listener that were swallowed; tests expect 0. */
    public long suppressed() {
        return suppressed.get();
    }

    /** Put around every call of ours that makes the JVM collect: {@code try (var own = sampler.markOwnGc()) { … }}. */
    public OwnGc markOwnGc() {
        OwnGcs.Span span = ownGcs.begin(clock.uptimeNanos());
        return () -> ownGcs.end(span, clock.uptimeNanos());
    }

    /**
     * Ends both sources; samples taken so far remain readable. Waits for JFR only so long: a recording that starts while the
     * JVM exits never gives JFR's lock back (seen on 25), and the JVM must not wait for us.
     */
    @Override
    public void close() {
        closing.countDown();
        jfrMayStart.countDown();
        notifications.close();
        AgentThread closer = new AgentThread("jfr-close", jfr::close);
        closer.start();
        try {
            closer.join(MOST_CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The span of one collection the agent asks for. */
    @FunctionalInterface
    public interface OwnGc extends AutoCloseable {
        @Override
        void close();
    }

    private void followJfr(boolean notified) {
        try {
            // without notifications there is nothing to bridge the time with
            if (notified) {
                awaitNeed();
            }
            if (closing.getCount() == 0) {
                return;
            }
            jfr.run(this::acceptFromJfr, this::recording);
            fallBack("its stream ended");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Throwable missingOrBroken) {
            fallBack(missingOrBroken.toString());
        }
    }

    private void awaitNeed() throws InterruptedException {
        if (warmUp == null) {
            jfrMayStart.await();
        } else if (!jfrMayStart.await(warmUp.toNanos(), TimeUnit.NANOSECONDS)) {
            jfrMayStart.countDown();
        }
    }

    private void fallBack(String why) {
        if (closing.getCount() == 0) {
            return;
        }
        jfrSpeaks = false;
        listenToNotifications("heap after GC comes from GC notifications only, because JFR is not usable (" + why
                + "): G1's concurrent cycles cannot be seen, so its floors are less certain");
    }

    private boolean listenToNotifications(String meaning) {
        try {
            notifications.run(this::acceptFromNotification, () -> {});
            capability = meaning;
            return true;
        } catch (Throwable missingModule) {
            capability = "heap after GC cannot be sampled by notifications (" + missingModule + ")";
            return false;
        }
    }

    private synchronized void acceptFromNotification(GcReading reading) {
        if (jfrSpeaks) {
            return;
        }
        lastNotified = reading.at();
        record(reading, clock.uptimeNanos());
    }

    /** From its first flush on, which comes within a second or so; the first collection may be long in coming. */
    private void recording() {
        if (recordingSinceNanos < 0) {
            recordingSinceNanos = clock.uptimeNanos();
        }
    }

    private synchronized void acceptFromJfr(GcReading reading) {
        if (!jfrSpeaks) {
            jfrSpeaks = true;
            recording();
            notifications.close();
            capability = "heap after GC comes from JFR (jdk.GCHeapSummary)";
        }
        // JFR is up to a second late: what both sources saw is already recorded
        if (reading.at().isAfter(lastNotified)) {
            record(reading, clock.uptimeNanosAt(reading.at()));
        }
    }

    private void record(GcReading reading, long uptimeNanos) {
        if (closing.getCount() == 0) {
            return;
        }
        boolean ours = ownGcs.explains(uptimeNanos, reading.cause());
        if (reading.pause() != null) {
            totals = totals.plus(reading.pause(), ours);
            collections.add(new GcSample(uptimeNanos, reading.collection(), reading.cause(), reading.pause(), ours));
        }
        if (reading.usedAfterGcBytes() < 0) {
            return;
        }
        if (reading.old() && Reach.concurrent(reading.collection())) {
            judgedNanos = lastBeganNanos;
            // not by its own age: that of a large heap began minutes ago, and no clock jumped
            Duration took = Duration.between(reading.began(), reading.at());
            lastBeganNanos = Math.max(0, uptimeNanos - took.toNanos());
        }
        HeapSample sample = new HeapSample(
                reading.at(),
                uptimeNanos,
                reading.usedAfterGcBytes(),
                reading.collection(),
                reading.old(),
                reading.full(),
                ours);
        heap.add(sample);
        latest = sample;
        try {
            listener.accept(sample);
        } catch (RuntimeException swallowed) {
            suppressed.incrementAndGet();
        }
    }

    /** Of two neighbours the lower one, because floors are all that counts later; an old collection between them stays known. */
    static HeapSample lower(HeapSample older, HeapSample newer) {
        HeapSample lower = newer.usedAfterGcBytes() < older.usedAfterGcBytes() ? newer : older;
        HeapSample other = lower == newer ? older : newer;
        return other.old() && !lower.old()
                ? new HeapSample(
                        lower.at(),
                        lower.uptimeNanos(),
                        lower.usedAfterGcBytes(),
                        lower.collection(),
                        true,
                        lower.full(),
                        lower.ours())
                : lower;
    }
}
