package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Action;
import io.github.leasewarden.instrumentation.rule.Expire;
import io.github.leasewarden.instrumentation.rule.Probe;
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
 * given up; its lease is FAILED and never tried again. Which releases may run beside each other is decided by {@link Turns}. Thread-safe.
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

        /** The lease stays open because someone still needs it: ask again later. */
        void postponed(Lease lease, Cause cause, String reason);
    }

    private static final int WORKERS = 4;
    private static final int QUEUE = 10_000;

    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(QUEUE);
    private final AtomicInteger names = new AtomicInteger();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            10,
            TimeUnit.SECONDS,
            queue,
            work -> new AgentThread("releaser-" + names.incrementAndGet(), work),
            new ThreadPoolExecutor.DiscardPolicy());
    /** Releases under way, watched for their deadline. */
    private final Set<Attempt> underWay = ConcurrentHashMap.newKeySet();
    /** Given up, but their thread has not come back. */
    private final Set<Attempt> stuck = ConcurrentHashMap.newKeySet();

    private final Turns<Attempt> turns = new Turns<>();
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
        return queue.remainingCapacity() > turns.waiting();
    }

    /** Starts nothing more and interrupts what runs. */
    void stop() {
        workers.shutdownNow();
    }

    int pending() {
        return queue.size() + turns.waiting() + underWay.size();
    }

    void submit(Lease lease, Cause cause, String reason) {
        lease.setQueued(true);
        workers.execute(new Attempt(lease, cause, reason));
    }

    /** Gives up what is over its deadline; called every tick. */
    void watch() {
        long now = System.nanoTime();
        for (Attempt attempt : underWay) {
            if (now - attempt.started > deadlineNanos) {
                attempt.giveUp();
            }
        }
        for (Attempt attempt : stuck) {
            if (now - attempt.started > 2 * deadlineNanos && stuck.remove(attempt)) {
                turns.giveUp(attempt.type).forEach(workers::execute);
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
        private final String type;
        private volatile boolean hasTurn;
        private volatile long started;
        private int idleTicks;
        private boolean tried;
        private volatile @Nullable Thread thread;

        Attempt(Lease lease, Cause cause, String reason) {
            this.lease = lease;
            this.cause = cause;
            this.reason = reason;
            Object subject = lease.subject(); // one site may open several classes
            this.type = subject != null
                    ? subject.getClass().getName()
                    : String.valueOf(lease.site().handleClass());
        }

        @Override
        public void run() {
            Turns.Answer answer = hasTurn ? Turns.Answer.TURN : turns.ask(type, this);
            if (answer == Turns.Answer.WAIT) {
                return; // whoever takes it out of the line may run it already
            }
            hasTurn = answer == Turns.Answer.TURN;
            try {
                release(answer == Turns.Answer.HOPELESS);
            } finally {
                if (!tried) {
                    turnOver();
                }
            }
        }

        private void release(boolean hopeless) {
            Expire expire = lease.site().rule().rule().expire();
            Action how = cause == Cause.ABANDONED ? expire.abandoned() : expire.action();
            boolean gone = cause == Cause.ABANDONED;
            if (how == null || !(gone ? lease.claimAbandoned() : lease.claim())) {
                if (lease.isOpen()) {
                    postpone();
                }
                return;
            }
            String needed = neededBecause(expire);
            if (needed != null || !(gone ? lease.commitAbandoned() : lease.commit())) {
                lease.abort();
                if (lease.isOpen()) {
                    postpone();
                }
                return;
            }
            started = System.nanoTime();
            idleTicks = clock.now() - lease.lastUse();
            if (hopeless) {
                lease.finish(false, clock.now());
                tell(
                        ExpiryEvent.Outcome.FAILED,
                        "not tried, because an earlier release of a " + type + " never returned");
                return;
            }
            thread = Thread.currentThread();
            tried = true;
            underWay.add(this);
            try {
                Object result = action.run(lease, how);
                for (int i = 1; i < lease.weight(); i++) {
                    result = action.run(lease, how); // registered more than once
                }
                thread = null;
                if (result instanceof CompletionStage) {
                    ((CompletionStage<?>) result).whenComplete((ok, error) -> end(error));
                } else {
                    end(null);
                }
            } catch (ReleaseAction.ObjectGoneException e) {
                end(null);
            } catch (InvocationTargetException e) {
                end(e.getCause());
            } catch (Throwable e) {
                end(e);
            } finally {
                thread = null;
                if (stuck.remove(this)) {
                    turnOver();
                }
            }
        }

        private void turnOver() {
            if (hasTurn) {
                hasTurn = false;
                for (Attempt next : turns.over(type)) {
                    next.hasTurn = true;
                    workers.execute(next);
                }
            }
        }

        private void postpone() {
            lease.setQueued(false);
            outcomes.postponed(lease, cause, reason);
        }

        private @Nullable String neededBecause(Expire expire) {
            Object subject = lease.subject();
            if (cause == Cause.ABANDONED || cause == Cause.SHUTDOWN || subject == null) {
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
            lease.finish(error == null, clock.now());
            if (error == null) {
                turns.endedWell(type).forEach(workers::execute);
                tell(ExpiryEvent.Outcome.EXPIRED, null);
            } else {
                turns.failed(type);
                tell(ExpiryEvent.Outcome.FAILED, error.toString());
            }
            turnOver();
        }

        private void giveUp() {
            if (!underWay.remove(this)) {
                return;
            }
            turns.failed(type);
            lease.finish(false, clock.now());
            stuck.add(this);
            Thread busy = thread;
            if (busy != null) {
                busy.interrupt();
            } else if (stuck.remove(this)) { // a stage that never ends keeps no thread
                turnOver();
            }
            tell(
                    ExpiryEvent.Outcome.TIMEOUT,
                    "it did not end within " + TimeUnit.NANOSECONDS.toMillis(deadlineNanos) + " ms");
        }

        private void tell(ExpiryEvent.Outcome outcome, @Nullable String problem) {
            outcomes.ended(lease, cause, reason, idleTicks, outcome, problem);
        }
    }
}
