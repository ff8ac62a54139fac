package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Action;
import io.github.leasewarden.instrumentation.rule.Expire;
import io.github.leasewarden.instrumentation.rule.Probe;
import io.github.leasewarden.thread.AgentThread;
import java.lang.ref.Reference;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Releases leases on at most {@value #WORKERS} daemon threads, no lock of ours held. A release that outlives its deadline is interrupted and
 * given up; its lease is FAILED and never tried again, and its class is in {@link Quarantine} from then on, so that the rest get their turn. A thread that
 * not even the interruption brings back is replaced, at most {@value #MOST_REPLACED} of them. Thread-safe.
 */
final class Releaser {
    /** Told how a release ended. */
    interface Outcomes {
        void ended(
                Lease lease,
                Cause cause,
                String reason,
                int idleTicks,
                ExpiryEvent.Outcome outcome,
                @Nullable String problem);

        /** There was nothing left to release: the object was collected meanwhile. */
        void gone(Lease lease);

        /** The lease stays open because someone still needs it: ask again later. */
        void postponed(Lease lease, Cause cause, String reason);
    }

    private static final int WORKERS = 4;
    private static final int MOST_REPLACED = 4;
    private static final long NANOS_TO_WAKE = TimeUnit.SECONDS.toNanos(1);
    private static final int QUEUE = 10_000;

    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(QUEUE);
    private final AtomicInteger names = new AtomicInteger();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            WORKERS,
            WORKERS + MOST_REPLACED,
            10,
            TimeUnit.SECONDS,
            queue,
            work -> new AgentThread("releaser-" + names.incrementAndGet(), work),
            new ThreadPoolExecutor.DiscardPolicy());
    /** Releases under way, watched for their deadline. */
    private final Set<Attempt> underWay = ConcurrentHashMap.newKeySet();
    /** Releases that were given up and whose thread has not come back. */
    private final Set<Attempt> stuck = ConcurrentHashMap.newKeySet();

    private final Quarantine quarantine = new Quarantine();
    private final ReleaseAction action;
    private final Probes probes;
    private final Outcomes outcomes;
    private final CoarseClock clock;
    private final long deadlineNanos;
    private final boolean rollback;

    Releaser(Reflection reflection, LeaseSettings settings, CoarseClock clock, Outcomes outcomes) {
        this.clock = clock;
        this.action = new ReleaseAction(reflection);
        this.probes = new Probes(reflection);
        this.outcomes = outcomes;
        this.deadlineNanos = settings.releaseDeadline().toNanos();
        this.rollback = settings.rollbackIdleTransactions();
        workers.allowCoreThreadTimeOut(true);
    }

    /** Whether there is room for more. */
    boolean hasRoom() {
        return queue.remainingCapacity() > 0;
    }

    /** Starts nothing more and interrupts what runs. */
    void stop() {
        workers.shutdownNow();
    }

    int pending() {
        return queue.size() + underWay.size();
    }

    void submit(Lease lease, Cause cause, String reason) {
        lease.setQueued(true);
        workers.execute(new Attempt(lease, cause, reason));
    }

    /** Gives up what is over its deadline; called every tick. */
    void watch() {
        long now = System.nanoTime();
        int lost = 0;
        for (Attempt attempt : stuck) {
            lost += now - attempt.started > deadlineNanos + NANOS_TO_WAKE ? 1 : 0;
        }
        workers.setCorePoolSize(WORKERS + Math.min(MOST_REPLACED, lost));
        for (Attempt attempt : underWay) {
            if (now - attempt.started > deadlineNanos) {
                attempt.giveUp();
            }
        }
    }

    /** Waits until nothing is left to do, at most so long. */
    void drain(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (pending() > 0 && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    private final class Attempt implements Runnable {
        private final Lease lease;
        private final Cause cause;
        private final String reason;
        private final String handleClass;
        private volatile long started;
        private int idleTicks;
        private @Nullable Thread thread;

        Attempt(Lease lease, Cause cause, String reason) {
            Object handle = lease.get();
            this.handleClass = String.valueOf(
                    handle == null
                            ? lease.site().handleClass()
                            : handle.getClass().getName());
            this.lease = lease;
            this.cause = cause;
            this.reason = reason;
        }

        @Override
        public void run() {
            Quarantine.Pass pass = quarantine.admit(handleClass);
            if (pass == Quarantine.Pass.NOT_NOW) {
                postpone();
                return;
            }
            try {
                release();
            } finally {
                quarantine.leave(handleClass, pass);
            }
        }

        private void release() {
            Expire expire = lease.site().rule().rule().expire();
            Action how = cause == Cause.ABANDONED ? expire.abandoned() : expire.action();
            boolean gone = cause == Cause.ABANDONED;
            if (how == null || !(gone ? lease.claimAbandoned() : lease.claim())) {
                if (lease.isOpen()) {
                    postpone();
                }
                return;
            }
            // held on to until the end, so that no collection can come between
            Object subject = gone ? null : lease.subject();
            if (!mayRelease(expire, gone, subject)) {
                lease.abort();
                if (lease.isOpen()) {
                    postpone();
                }
                return;
            }
            started = System.nanoTime();
            idleTicks = clock.now() - lease.lastUse();
            thread = Thread.currentThread();
            underWay.add(this);
            try {
                Object result = action.run(lease, how);
                for (int i = 1; i < lease.weight(); i++) {
                    result = action.run(lease, how); // registered more than once
                }
                if (result instanceof CompletionStage) {
                    ((CompletionStage<?>) result).whenComplete((ok, error) -> end(error));
                } else {
                    end(null);
                }
            } catch (ReleaseAction.ObjectGoneException e) {
                nothingLeft();
            } catch (InvocationTargetException e) {
                end(e.getCause());
            } catch (Throwable e) {
                end(e);
            } finally {
                left();
                Reference.reachabilityFence(subject);
            }
        }

        /** Commits, or returns false. The library's own state takes long to ask for, so what the hooks tell is asked last. */
        private boolean mayRelease(Expire expire, boolean gone, @Nullable Object subject) {
            try {
                return (gone || subject != null)
                        && neededBecause(expire) == null
                        && (gone || isStillDue())
                        && (gone ? lease.commitAbandoned() : lease.commit());
            } catch (RuntimeException | Error e) {
                return false; // asked again later; a claim must not stay
            }
        }

        /** What was true when it was decided, asked again inside the claim: it may have been used, or its site disarmed, while it waited. */
        private boolean isStillDue() {
            Site site = lease.site();
            boolean byTtl = cause == Cause.IDLE || cause == Cause.SHUTDOWN;
            return !site.isDisarmed()
                    && (!byTtl || site.rule().isIdle(lease, clock.now()))
                    && (cause != Cause.MAX_OPEN || OpenLimit.isIdle(lease, clock.now()));
        }

        /** Under a lock, so that it never hits what the thread does next. */
        private synchronized void interrupt() {
            if (thread != null) {
                stuck.add(this);
                thread.interrupt();
            }
        }

        private synchronized void left() {
            thread = null;
            stuck.remove(this);
        }

        private void nothingLeft() {
            if (underWay.remove(this)) {
                lease.finish(true, clock.now());
                outcomes.gone(lease);
            }
        }

        private void postpone() {
            lease.setQueued(false);
            outcomes.postponed(lease, cause, reason);
        }

        private @Nullable String neededBecause(Expire expire) {
            Object subject = lease.subject();
            if (cause == Cause.ABANDONED || subject == null) {
                return null;
            }
            Probe transaction = expire.transaction();
            if (rollback && transaction != null && probes.holds(transaction, subject)) {
                return null;
            }
            return probes.firstThatHolds(expire.busyWhen(), subject);
        }

        private void end(@Nullable Throwable error) {
            if (!underWay.remove(this)) {
                return; // given up already
            }
            if (error != null) {
                quarantine.suspect(handleClass);
            }
            lease.finish(error == null, clock.now());
            outcomes.ended(
                    lease,
                    cause,
                    reason,
                    idleTicks,
                    error == null ? ExpiryEvent.Outcome.EXPIRED : ExpiryEvent.Outcome.FAILED,
                    error == null ? null : error.toString());
        }

        private void giveUp() {
            if (!underWay.remove(this)) {
                return;
            }
            quarantine.suspect(handleClass);
            lease.finish(false, clock.now());
            interrupt();
            outcomes.ended(
                    lease,
                    cause,
                    reason,
                    idleTicks,
                    ExpiryEvent.Outcome.TIMEOUT,
                    "it did not end within " + TimeUnit.NANOSECONDS.toMillis(deadlineNanos) + " ms");
        }
    }
}
