package io.github.leasewarden.core.lease;

import io.github.leasewarden.thread.AgentThread;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that keeps lease time, hears of collections, sweeps, and hands what is due to the {@link Releaser}. Nothing it does
 * runs on an application thread.
 */
public final class Expirer implements Releaser.Outcomes, AutoCloseable {
    private static final long TICK_MILLIS = 100;
    /** A sweep reviews what is due: no more often than an eighth of the shortest TTL, nor less often than this. */
    private static final int MOST_TICKS_BETWEEN_SWEEPS = 100;
    /** A sweep looks at no more due leases of a rule than this, or the most that may be released until the next; a millisecond or two. */
    private static final int MOST_REVIEWED = 10_000;

    private static final int MANY_LEASES = 20_000;
    /** Ticks of lateness worth a line. */
    private static final int TOLD_GRACE = 50;
    /** What a tick may release of it is a half at least, and must make one. */
    private static final int LEAST_BURST = 2;

    private final LeaseRegistry registry;
    private final Releaser releaser;
    private final Schedule schedule;
    private final ExpiryLog log = new ExpiryLog();
    private final Probes probes;
    private final Abandoned abandoned;
    private final PoolPressure pressure;
    private final OpenLimit openLimit;
    private final Consumer<String> warn;
    private final Runnable everyTick;
    private final Clock wallClock;
    private final RandomGenerator random;
    private final ArrayDeque<Due> due = new ArrayDeque<>();
    private final AgentThread thread = new AgentThread("expirer", this::run);
    private final CountDownLatch stopped = new CountDownLatch(1);

    private volatile Consumer<ExpiryEvent> listener = event -> {};
    private volatile boolean stopping;
    private volatile long tracked;
    private int nextSweep;
    private int nextPressure;
    private int nextSecond;
    private double tokens;

    /**
     * @param opener opens the package of a class to us
     * @param warn where sentences for the operator go
     * @param collect makes the JVM collect, and notes that it was us
     * @param everyTick further light work of the agent that needs a regular thread
     */
    public Expirer(
            LeaseRegistry registry,
            Consumer<Class<?>> opener,
            Consumer<String> warn,
            Runnable collect,
            Runnable everyTick,
            Clock wallClock,
            RandomGenerator random) {
        this.random = random;
        LeaseSettings settings = registry.settings();
        this.registry = registry;
        this.releaser = new Releaser(new Reflection(opener), settings, registry.clock(), this);
        int grace = CoarseClock.ticks(settings.ownerGrace());
        this.schedule = new Schedule(registry, new ExpiryPolicy(settings.crowd(), grace), grace);
        this.probes = new Probes(new Reflection(opener));
        this.abandoned = new Abandoned(registry.collected(), registry.clock(), probes);
        this.openLimit = new OpenLimit(settings.limits(), new Reflection(opener));
        this.warn = warn;
        this.pressure = new PoolPressure(
                probes,
                collect,
                warn,
                settings.gcOnPoolPressure() == null ? 0 : CoarseClock.ticks(settings.gcOnPoolPressure()));
        this.everyTick = everyTick;
        this.wallClock = wallClock;
        this.tokens = settings.expiriesPerSecond();
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!stopping) {
                try {
                    tick(abandoned.take(TICK_MILLIS));
                } catch (InterruptedException e) {
                    break;
                } catch (RuntimeException | Error e) {
                    warn.accept("a sweep failed and is left out: " + e);
                }
            }
        } finally {
            stopped.countDown();
        }
    }

    /** One turn of the loop; package-private so that tests can make time pass. */
    void tick(List<Lease> collected) {
        CoarseClock clock = registry.clock();
        int before = clock.now();
        int grace = clock.advance();
        int now = clock.now();
        if (grace >= TOLD_GRACE) {
            warn.accept("the JVM stood still for " + Sentences.span(grace) + "; nothing expires because of it");
        }
        registry.budget().earn((now - before) * CoarseClock.TICK_NANOS);
        tokens = Math.min(
                Math.max(LEAST_BURST, registry.settings().expiriesPerSecond()),
                tokens + (now - before) * registry.settings().expiriesPerSecond() / 10.0);
        releaser.watch();
        collected.forEach(this::abandonedNow);
        everyTick.run();
        schedule.tick(now);
        if (now >= nextSecond) {
            nextSecond = now + 10;
            abandoned.takeWaiting().forEach(this::abandonedNow);
            registry.drain();
        }
        if (now >= nextPressure) {
            // an application gives up on a full pool after a few seconds, so this looks often while looking is cheap
            nextPressure = now + (tracked < MANY_LEASES ? 3 : 10);
            pressure.look(registry.rules(), now);
        }
        if (now >= nextSweep) {
            sweep(now);
        }
        releaseDue(now);
    }

    /** Hands over what is due, as far as the rate allows; a random share of it a tick, so that expiries do not march in step. */
    private void releaseDue(int now) {
        double share = tokens * (0.5 + random.nextDouble() / 2);
        while (!due.isEmpty() && share >= 1 && releaser.hasRoom()) {
            Due next = due.poll();
            share--;
            tokens--;
            releaser.submit(next.lease(), next.cause(), next.reason(now));
        }
    }

    private void abandonedNow(Lease lease) {
        due.addFirst(new Due(lease, Cause.ABANDONED, 0));
    }

    private void sweep(int now) {
        due.removeIf(waiting -> waiting.cause() != Cause.ABANDONED); // decided anew
        int ticks = ticksToNextSweep();
        nextSweep = now + ticks;
        long releasable = registry.settings().expiriesPerSecond() * (ticks / 10 + 1L);
        tracked = schedule.sweep(now, (int) Math.max(MOST_REVIEWED, 2 * releasable), due::add);
        openLimit.look(registry.rules(), now, due::add);
        registry.setFull(tracked >= registry.settings().maxLeases());
    }

    private int ticksToNextSweep() {
        int least = Math.min(
                MOST_TICKS_BETWEEN_SWEEPS,
                4 * CoarseClock.ticks(registry.settings().ownerGrace()));
        for (RuleState rule : registry.rules()) {
            least = Math.min(least, rule.ttlTicks());
        }
        return Math.max(1, least / 8);
    }

    @Override
    public void ended(
            Lease lease,
            Cause cause,
            String reason,
            int idleTicks,
            ExpiryEvent.Outcome outcome,
            @Nullable String problem) {
        Site site = lease.site();
        boolean expired = outcome == ExpiryEvent.Outcome.EXPIRED;
        if (cause == Cause.SHUTDOWN && !expired) {
            // the application shut the library down before us, a closed driver for instance: nothing was left to
            // release
            site.lost.addAndGet(lease.weight());
            return;
        }
        (expired ? site.expired : site.failed).addAndGet(lease.weight());
        if (expired) {
            site.expiredBy[cause.ordinal()].addAndGet(lease.weight());
        }
        Owner owner = lease.owner();
        String sentence =
                (expired ? "Released a " : "Could not release a ") + site.rule().kind() + " because " + reason
                        + "; opened at " + site.line() + (problem == null ? "" : "; the release failed: " + problem);
        ExpiryEvent event = new ExpiryEvent(
                wallClock.instant(),
                cause,
                site.rule().id(),
                site.rule().kind(),
                site.fingerprint(),
                site.line(),
                owner == null ? null : owner.className(),
                CoarseClock.seconds(idleTicks),
                outcome,
                sentence);
        log.add(event);
        listener.accept(event);
    }

    @Override
    public void gone(Lease lease) {
        lease.site().collected.addAndGet(lease.weight());
    }

    @Override
    public void postponed(Lease lease, Cause cause, String reason) {
        if (cause == Cause.ABANDONED) {
            abandoned.later(lease);
        }
        // any other cause is decided anew by the next sweep
    }

    /** Calls {@code listener} with every release or failed one, on the releasing thread; it must be quick and not throw. */
    public void onExpiry(Consumer<ExpiryEvent> listener) {
        this.listener = listener;
    }

    /** Newest 200. */
    public List<ExpiryEvent> expiries() {
        return log.newest();
    }

    /** Sentences about expiries that are due to be told; at exit all of them. */
    public List<String> takeBursts(boolean all) {
        return log.takeBursts(registry.clock().now(), all);
    }

    /**
     * Stops sweeping and releases, at the exit of the JVM, what nobody uses any more; see {@link ShutdownRelease}.
     *
     * @param most how long it may take
     */
    public void shutdown(Duration most) {
        stopping = true;
        thread.interrupt();
        try {
            stopped.await(most.toMillis(), TimeUnit.MILLISECONDS);
            new ShutdownRelease(registry, releaser, probes).run(most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Open leases at the last sweep. */
    public long tracked() {
        return tracked;
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        releaser.stop();
    }
}
