package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Expire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds, where more leases of one parent are open than an option allows, those that may go: the longest idle first, and never one that is in
 * use, was used within a second, or of which the library says that it is busy. If all are, the number may be exceeded. Agent threads only.
 */
final class OpenLimit {
    /** Younger uses than this are no idleness: whoever opened it may be about to use it. */
    static final int LEAST_IDLE_TICKS = 10;

    private final Map<String, Long> limits;
    private final Reflection reflection;
    private final Probes probes;

    /** @param limits by option key; absent means off */
    OpenLimit(Map<String, Long> limits, Reflection reflection) {
        this.limits = limits;
        this.reflection = reflection;
        this.probes = new Probes(reflection);
    }

    /** @param due given what is to be released */
    void look(RuleState[] rules, int now, Consumer<Due> due) {
        for (RuleState rule : rules) {
            Expire.MaxOpen max = rule.rule().expire().maxOpen();
            Long limit = max == null ? null : limits.get(max.setting());
            if (max != null
                    && limit != null
                    && rule.mode() != Mode.OBSERVE
                    && rule.leases().size() > limit) {
                for (List<Lease> siblings : byParent(rule, max).values()) {
                    choose(siblings, limit, now, due);
                }
            }
        }
    }

    private Map<Object, List<Lease>> byParent(RuleState rule, Expire.MaxOpen max) {
        Map<Object, List<Lease>> byParent = new IdentityHashMap<>();
        for (Lease lease : rule.leases().open()) {
            Object subject = lease.isOpen() ? lease.subject() : null;
            Object parent = subject == null ? null : parent(subject, max.per());
            if (parent != null) {
                byParent.computeIfAbsent(parent, any -> new ArrayList<>()).add(lease);
            }
        }
        return byParent;
    }

    /** A lease whose parent cannot be told counts for none: nothing is released on a guess. */
    private @Nullable Object parent(Object subject, String path) {
        try {
            return reflection.follow(subject, path);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return null;
        }
    }

    /** A last use as it was when it was looked at: an order must not change while it is made. */
    private record Candidate(Lease lease, int lastUse) {}

    private void choose(List<Lease> siblings, long limit, int now, Consumer<Due> due) {
        List<Candidate> staying = new ArrayList<>();
        for (Lease lease : siblings) {
            if (!lease.isQueued()) { // what is on its way goes without us
                staying.add(new Candidate(lease, lease.lastUse()));
            }
        }
        long surplus = staying.size() - limit;
        staying.sort(Comparator.comparingInt(Candidate::lastUse));
        for (Candidate each : staying) {
            if (surplus > 0 && isSafe(each.lease(), now)) {
                surplus--;
                due.accept(new Due(each.lease(), Cause.MAX_OPEN, siblings.size(), limit));
            }
        }
    }

    private boolean isSafe(Lease lease, int now) {
        Site site = lease.site();
        return lease.calls() == 0
                && isIdle(lease, now)
                && !site.isDisarmed()
                && probes.firstThatHolds(site.rule().rule().expire().busyWhen(), lease.subject()) == null;
    }

    static boolean isIdle(Lease lease, int now) {
        return now - lease.lastUse() >= LEAST_IDLE_TICKS;
    }
}
