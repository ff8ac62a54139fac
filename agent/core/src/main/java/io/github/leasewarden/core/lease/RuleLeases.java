package io.github.leasewarden.core.lease;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The open leases of one rule, as the agent keeps them: those that cannot be due yet in a {@link DueWheel}, those that fell due in a queue
 * that is reviewed until they are released, used again, or over. So a sweep costs what is due and not what is alive.
 *
 * <p>Agent threads only. The lock is never held while anything of the application's is called, and no application thread takes it.
 */
final class RuleLeases {
    /** Turning the wheel further than this waits for the next tick. */
    private static final int MOST_TURNED = 100_000;
    /** Looking for ended leases among so few costs nothing. */
    private static final int FEW = 1_000;

    private final RuleState rule;
    private final DueWheel wheel;
    private final ArrayDeque<Lease> review = new ArrayDeque<>();
    /** How many of the queue the pass under way has not seen. */
    private int leftInPass;

    private int pass;

    RuleLeases(RuleState rule) {
        this.rule = rule;
        this.wheel = new DueWheel(rule.ttlTicks());
    }

    /** A lease that was opened, or used again. */
    synchronized void add(Lease lease, int now) {
        place(lease, now);
    }

    private void place(Lease lease, int now) {
        lease.setInReview(false);
        wheel.put(lease, lease.calls() > 0 ? now + rule.ttlTicks() : rule.dueAt(lease));
    }

    /** Moves what fell due to the queue; what was used meanwhile waits on. */
    synchronized void turn(int now) {
        wheel.turn(now, MOST_TURNED, lease -> {
            if (lease.isOver() || lease.isInReview()) {
                return;
            }
            boolean waits = lease.calls() > 0 ? !rule.isOverAge(lease, now) : rule.dueAt(lease) > now;
            if (waits) {
                place(lease, now);
            } else {
                queue(lease);
            }
        });
    }

    /** Its owner ended: it is reviewed whatever its last use. */
    synchronized void suspect(Lease lease) {
        if (!lease.isInReview()) {
            queue(lease);
        }
    }

    private void queue(Lease lease) {
        lease.setInReview(true);
        review.add(lease);
    }

    /**
     * Looks at leases that fell due, at most so many of them; a pass over more takes several calls.
     *
     * @param due given what is to be released
     */
    synchronized void review(int most, int now, ExpiryPolicy policy, Consumer<Due> due) {
        if (leftInPass == 0) {
            leftInPass = review.size();
            pass++;
        }
        Review looked = new Review(policy, pass, now);
        for (int i = Math.min(most, leftInPass); i > 0; i--) {
            Lease lease = review.remove();
            leftInPass--;
            RuleState current = lease.site().rule();
            if (lease.isOver()) {
                lease.setInReview(false);
            } else if (current != rule || !looked.look(lease)) {
                current.leases().add(lease, now); // used again, or it turned out to be another rule's
            } else {
                review.add(lease);
            }
        }
        looked.decide(due);
    }

    /** Publishes what the pass counted at a site of the rule, if it ended. */
    synchronized void publish(SiteTrend trend) {
        if (leftInPass == 0) {
            trend.publish(pass);
        }
    }

    /** Lets go of ended leases once they are most of what is kept, so that this costs what was opened and not what is alive. */
    synchronized void compact(long open) {
        if (wheel.size() <= FEW || wheel.size() > 2 * open) {
            wheel.compact();
        }
    }

    /** What is open, as a list of the caller's. */
    synchronized List<Lease> open() {
        List<Lease> open = new ArrayList<>();
        Consumer<Lease> collect = lease -> {
            if (!lease.isOver()) {
                open.add(lease);
            }
        };
        wheel.forEach(collect);
        review.forEach(collect);
        return open;
    }

    /** How many are kept, a few of them ended. */
    synchronized int size() {
        return wheel.size() + review.size();
    }
}
