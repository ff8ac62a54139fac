package io.github.leasewarden.core.lease;

import io.github.leasewarden.core.sampling.PoolSample;
import io.github.leasewarden.instrumentation.rule.Poll;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the figures of tracked pools by reflection, as their rules say. A pool that cannot be read is left out and told once. Agent
 * threads only.
 */
public final class Pools {
    private final LeaseRegistry registry;
    private final Reflection reflection;
    private final Consumer<String> warn;

    public Pools(LeaseRegistry registry, Consumer<Class<?>> opener, Consumer<String> warn) {
        this.registry = registry;
        this.reflection = new Reflection(opener);
        this.warn = warn;
    }

    /** All live pools, now. */
    public List<PoolSample> read() {
        List<PoolSample> samples = new ArrayList<>();
        for (RuleState rule : registry.rules()) {
            Poll poll = rule.rule().poll();
            if (poll != null) {
                rule.leases().open().forEach(lease -> read(rule, poll, lease, samples));
            }
        }
        return samples;
    }

    private void read(RuleState rule, Poll poll, Lease lease, List<PoolSample> samples) {
        Object pool = lease.get();
        if (pool == null) {
            return;
        }
        try {
            samples.addAll(read(rule.id(), pool, poll));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            warn.accept("rule " + rule.id() + ": the figures of a "
                    + pool.getClass().getName() + " cannot be read: " + e);
        }
    }

    private List<PoolSample> read(String rule, Object pool, Poll poll) throws ReflectiveOperationException {
        List<PoolSample> samples = new ArrayList<>();
        Integer max = poll.max().isEmpty() ? null : number(reflection.follow(pool, poll.max()));
        if (poll.addresses().isEmpty()) {
            samples.add(new PoolSample(
                    rule,
                    poll.address().isEmpty() ? "" : String.valueOf(reflection.follow(pool, poll.address())),
                    sum(pool, poll.size()),
                    sum(pool, poll.inUse()),
                    max));
            return samples;
        }
        Object addresses = reflection.follow(pool, poll.addresses());
        Collection<?> each = addresses instanceof Map
                ? List.copyOf(((Map<?, ?>) addresses).keySet())
                : addresses instanceof Collection ? (Collection<?>) addresses : List.of();
        for (Object address : each) {
            samples.add(new PoolSample(
                    rule,
                    String.valueOf(address),
                    sum(pool, poll.size(), address),
                    sum(pool, poll.inUse(), address),
                    max));
        }
        return samples;
    }

    /** Several terms may be added: {@code inUseConnections(address)+idleConnections(address)}. */
    private @Nullable Integer sum(Object pool, String terms, @Nullable Object... address)
            throws ReflectiveOperationException {
        int total = 0;
        for (String term : terms.split("\\+")) {
            Object value = term.endsWith("(address)")
                    ? reflection.call(pool, term.substring(0, term.indexOf('(')), address)
                    : reflection.follow(pool, term);
            Integer number = number(value);
            if (number == null) {
                return null;
            }
            total += number;
        }
        return total;
    }

    private static @Nullable Integer number(@Nullable Object value) {
        return value instanceof Number ? (Integer) ((Number) value).intValue() : null;
    }
}
