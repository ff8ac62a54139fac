package io.github.leasewarden.core.stream;

import io.github.leasewarden.core.lease.Mode;
import io.github.leasewarden.core.pressure.StreamGate;
import io.github.leasewarden.hooks.StreamHooks;
import io.github.leasewarden.instrumentation.rule.Handling;
import io.github.leasewarden.instrumentation.rule.Hook;
import io.github.leasewarden.instrumentation.rule.Rule;
import io.github.leasewarden.instrumentation.weave.RuleBook;
import io.github.leasewarden.instrumentation.weave.WeavePoint;
import io.github.leasewarden.thread.AgentThread;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns what sources and handlers of streams tell into statistics, and makes them wait where a rule says so. Every method but
 * {@link #bind} and {@link #statuses} runs on an application thread. Thread-safe.
 */
public final class Streams extends StreamHooks.Sink {
    private static final Object WITHIN_LIMIT = "within the limit";
    private static final Object ENTERED = "entered";
    /** A thread looks at the heap at every so many items: often enough to see each collection, rarely enough to cost nothing. */
    private static final int LOOK_EVERY = 16;

    private static final Object NESTED = "nested";

    private final StreamGate gate;
    private final @Nullable Duration maxWait;
    private final Function<String, Mode> modes;
    private final Clock clock;
    private final ConcurrentLinkedQueue<String> news = new ConcurrentLinkedQueue<>();

    private final Batches batches = new Batches();

    private volatile @Nullable StreamPoint[] points = new StreamPoint[0];

    /**
     * @param maxWait the longest wait for a turn, or null for none
     * @param modes the mode of a rule, by its id
     */
    public Streams(StreamGate gate, @Nullable Duration maxWait, Function<String, Mode> modes, Clock clock) {
        this.gate = gate;
        this.maxWait = maxWait;
        this.modes = modes;
        this.clock = clock;
    }

    /** Makes the rules known; before any woven code runs. */
    public void bind(RuleBook book) {
        StreamPoint[] bound = new StreamPoint[book.points().size()];
        StreamState[] states = new StreamState[book.rules().size()];
        for (WeavePoint point : book.points()) {
            if (!point.hook().operation().ofStream()) {
                continue;
            }
            if (states[point.ruleIndex()] == null) {
                states[point.ruleIndex()] = state(point.rule());
            }
            bound[point.id()] = point(states[point.ruleIndex()], point.hook().handling());
        }
        points = bound;
    }

    private StreamState state(Rule rule) {
        boolean source = false;
        boolean handler = false;
        for (Hook hook : rule.hooks()) {
            source |= hook.operation() == Hook.Operation.GATE;
            handler |= hook.operation() == Hook.Operation.HANDLE;
        }
        boolean observed = modes.apply(rule.id()) == Mode.OBSERVE;
        return new StreamState(rule.id(), observed, source, handler, System::nanoTime, clock);
    }

    private StreamPoint point(StreamState stream, @Nullable Handling handling) {
        boolean limited = handling != null && handling.limit() > 0;
        Limiter limiter = limited && handling != null
                ? new Limiter(
                        handling.limit(), maxWait == null ? 0 : maxWait.toNanos(), !stream.isObserved(), news::add)
                : null;
        return new StreamPoint(stream, handling, limiter, news::add);
    }

    private @Nullable StreamPoint at(int point) {
        return points[point];
    }

    @Override
    public @Nullable Object gated(int point, Object source) {
        StreamPoint here = at(point);
        if (here == null) {
            return null;
        }
        StreamState stream = here.stream;
        int[] depth = stream.gateDepth.get();
        if (depth == null) {
            depth = new int[2];
            stream.gateDepth.set(depth);
        }
        if (depth[0]++ > 0) {
            return depth;
        }
        try {
            boolean look = (++depth[1] & LOOK_EVERY - 1) == 0;
            if (look || !gate.isOpen()) {
                wait(stream, source, look);
            }
            stream.emitted.increment();
            return depth;
        } catch (RuntimeException | Error e) {
            depth[0]--; // nobody will call gateLeft
            throw e;
        }
    }

    private void wait(StreamState stream, Object source, boolean look) {
        if (stream.isObserved()) {
            if (gate.wouldHold(stream, look)) {
                stream.wouldWait.increment();
            }
        } else if (gate.pass(stream, source, look) == StreamGate.Outcome.EXEMPT) {
            stream.exempt.increment();
        }
    }

    @Override
    public void gateLeft(int point, Object entered) {
        ((int[]) entered)[0]--;
    }

    @Override
    public @Nullable Object handling(int point, Object handler) {
        StreamPoint here = at(point);
        if (here == null || AgentThread.isCurrent()) {
            return null;
        }
        int[] depth = here.stream.handlerDepth.get();
        if (depth == null) {
            depth = new int[1];
            here.stream.handlerDepth.set(depth);
        }
        if (depth[0]++ > 0) {
            return NESTED;
        }
        try {
            Limiter limiter = here.limiter;
            return limiter != null && limiter.enter(here.stream, handler) ? WITHIN_LIMIT : ENTERED;
        } catch (RuntimeException | Error e) {
            depth[0]--; // nobody will call handled
            throw e;
        }
    }

    @Override
    public @Nullable Throwable handled(int point, Object entered, @Nullable Throwable thrown, @Nullable Object result) {
        StreamPoint here = at(point);
        if (here == null) {
            return thrown;
        }
        int[] depth = here.stream.handlerDepth.get();
        if (depth != null) {
            depth[0]--;
        }
        if (entered == NESTED) {
            return thrown;
        }
        boolean withinLimit = entered == WITHIN_LIMIT;
        if (thrown == null) {
            if (result instanceof CompletionStage) {
                ((CompletionStage<?>) result).whenComplete(new HandlerEnd(here, withinLimit));
            } else {
                here.ended(withinLimit, null);
            }
            return null;
        }
        boolean isolated = here.isolates(thrown);
        try {
            here.failed(thrown, isolated);
        } finally {
            if (withinLimit && here.limiter != null) {
                here.limiter.leave();
            }
        }
        return isolated ? null : thrown;
    }

    @Override
    public void total(int point, Object value) {
        StreamPoint here = at(point);
        if (here == null) {
            return;
        }
        if (value instanceof Number) {
            here.stream.total(((Number) value).longValue());
        } else if (value instanceof Collection) {
            here.stream.total(((Collection<?>) value).size());
        } else if (value instanceof Map) {
            here.stream.total(((Map<?, ?>) value).size());
        } else if (value instanceof Object[]) {
            here.stream.total(((Object[]) value).length);
        }
    }

    @Override
    public @Nullable Object subscribed(int point, Object subscription) {
        StreamPoint here = at(point);
        if (here == null || here.handling == null || here.stream.isObserved()) {
            return null;
        }
        try {
            Batch batch = Batch.of(subscription, here.handling.batch());
            if (batch != null) {
                batches.add(batch);
            }
            return batch;
        } catch (NoSuchMethodException e) {
            return null; // a contract without request: none we know
        }
    }

    @Override
    public Object batched(Object batch, Object subscription) {
        return ((Batch) batch).asSubscription();
    }

    @Override
    public void received(Object batch) {
        try {
            ((Batch) batch).received();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("asking for more items failed", e);
        }
    }

    /** Looks at the heap; for an agent thread, a few times a second. */
    public void look() {
        gate.look();
    }

    /** Every stream that was seen, in order of rules; a copy. */
    public List<StreamStatus> statuses() {
        List<StreamStatus> statuses = new ArrayList<>();
        StreamState last = null;
        for (StreamPoint point : points) {
            if (point != null && point.stream != last) {
                last = point.stream;
                if (last.wasSeen()) {
                    statuses.add(last.status(gate.isShut(), beyondLimit(last)));
                }
            }
        }
        return statuses;
    }

    private long beyondLimit(StreamState stream) {
        long beyond = 0;
        for (StreamPoint point : points) {
            if (point != null && point.stream == stream && point.limiter != null) {
                beyond += point.limiter.beyond();
            }
        }
        return beyond;
    }

    /** What an operator should know, told once; for an agent thread, since application threads must not write logs. */
    public List<String> takeNews() {
        List<String> taken = new ArrayList<>();
        for (String line = news.poll(); line != null; line = news.poll()) {
            taken.add(line);
        }
        return taken;
    }

    /** Whether any source is held now, or would be if it emitted. */
    public boolean isBackpressureActive() {
        return gate.isShut();
    }

    /**
     * The agent is off: demand is kept back no longer.
     *
     * @param tell told what goes wrong, in a sentence
     */
    public void letGo(Consumer<String> tell) {
        batches.letGo(tell);
    }

    /** Lets everybody go, for good: the JVM exits. */
    public void close() {
        gate.close();
    }
}
