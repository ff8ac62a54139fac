package io.github.leasewarden.core.reconnect;

import io.github.leasewarden.core.lease.Mode;
import io.github.leasewarden.core.lease.Reflection;
import io.github.leasewarden.core.lease.WeakIdentityMap;
import io.github.leasewarden.hooks.ConnectHooks;
import io.github.leasewarden.instrumentation.rule.Hook;
import io.github.leasewarden.instrumentation.weave.RuleBook;
import io.github.leasewarden.instrumentation.weave.WeavePoint;
import io.github.leasewarden.thread.AgentThread;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows what clients tell about their connects, and delays those to an endpoint in a storm where that is wanted. Connecting is rare and
 * slow, so its hooks may take short locks. Every method but {@link #bind}, {@link #statuses} and {@link #takeNews} runs on an application
 * thread. Thread-safe.
 */
public final class Reconnects extends ConnectHooks.Sink {
    private final Endpoints endpoints;
    private final @Nullable Delay delay;
    private final Function<String, Mode> modes;
    private final Reflection reflection;
    private final LongSupplier nanoTime;
    private final Clock clock = Clock.systemUTC();
    /** Attempts whose end another method of the client tells. */
    private final WeakIdentityMap<Attempt> pending = new WeakIdentityMap<>();
    /** The attempt the thread is in: overloads that call each other are one. */
    private final ThreadLocal<@Nullable Attempt> current = new ThreadLocal<>();

    private final ConcurrentLinkedQueue<StormNews> news = new ConcurrentLinkedQueue<>();
    private volatile List<WeavePoint> points = List.of();

    /** @param delay how to wait, or null if nobody is to be delayed */
    Reconnects(
            Backoff backoff,
            @Nullable Delay delay,
            Function<String, Mode> modes,
            Consumer<Class<?>> opener,
            LongSupplier nanoTime) {
        this.endpoints = new Endpoints(backoff);
        this.delay = delay;
        this.modes = modes;
        this.reflection = new Reflection(opener);
        this.nanoTime = nanoTime;
    }

    /**
     * Follows connects of this JVM.
     *
     * @param longestDelay the longest delay
     * @param guard whether connects are delayed at all
     * @param modes the mode of a rule, by its id; in mode observe nothing is delayed
     * @param opener opens the package of a class to us
     * @param random numbers from 0 (inclusive) to 1
     * @param inForce false once the agent is switched off
     */
    public static Reconnects of(
            Duration longestDelay,
            boolean guard,
            Function<String, Mode> modes,
            Consumer<Class<?>> opener,
            DoubleSupplier random,
            BooleanSupplier inForce) {
        Backoff backoff = new Backoff(longestDelay.toNanos(), random);
        Delay delay = guard ? new Delay(System::nanoTime, TimeUnit.NANOSECONDS::sleep, inForce) : null;
        return new Reconnects(backoff, delay, modes, opener, System::nanoTime);
    }

    /** Makes the rules known; before any woven code runs. */
    public void bind(RuleBook book) {
        points = book.points();
    }

    @Override
    public @Nullable Object connecting(int point, Object client, Object target) {
        if (AgentThread.isCurrent()) {
            return null;
        }
        WeavePoint here = points.get(point);
        String address = address(here.hook(), target);
        Attempt outer = current.get();
        if (address == null
                || (outer != null && outer.isPending() && outer.address().equals(address))) {
            return null;
        }
        String rule = here.rule().id();
        Endpoint known = endpoints.find(address);
        if (delay != null && known != null && modes.apply(rule) != Mode.OBSERVE) {
            delay.before(known, client);
        }
        Attempt attempt = new Attempt(this, address, rule);
        pending.put(client, attempt);
        current.set(attempt);
        return attempt;
    }

    private @Nullable String address(Hook hook, Object target) {
        try {
            Object endpoint = hook.path().isEmpty() ? target : reflection.follow(target, hook.path());
            return endpoint == null ? null : Address.of(endpoint);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "the endpoint of " + target.getClass().getName() + " cannot be read", e);
        }
    }

    @Override
    public void connectLeft(int point, Object entered, @Nullable Throwable thrown, @Nullable Object result) {
        Attempt attempt = (Attempt) entered;
        current.remove();
        if (thrown != null) {
            attempt.failed(thrown);
        } else if (result instanceof CompletionStage) {
            ((CompletionStage<?>) result).whenComplete(attempt);
        } else if (result != null) {
            attempt.succeeded();
        }
    }

    @Override
    public void connected(Object client) {
        Attempt attempt = pending.get(client);
        if (attempt != null) {
            attempt.succeeded();
        }
    }

    @Override
    public void connectFailed(Object client, @Nullable Object reason) {
        Attempt attempt = pending.get(client);
        if (attempt != null) {
            attempt.failed(reason);
        }
    }

    void failed(String address, String rule, String reason) {
        Endpoint endpoint = endpoints.failing(address, rule);
        long now = nanoTime.getAsLong();
        if (endpoint.failed(now, clock.instant(), reason) && endpoint.mayTell(now)) {
            news.add(new StormNews(address, rule, endpoint.inARow(), endpoint.rowNanos(now), reason));
        }
    }

    void succeeded(String address) {
        Endpoint endpoint = endpoints.find(address);
        if (endpoint != null) {
            long failures = endpoint.inARow();
            if (endpoint.succeeded() && endpoint.wasTold()) {
                news.add(new StormNews(address, endpoint.rule(), failures, -1, ""));
            }
        }
    }

    /** Every endpoint at which connects failed, the most failures first; a copy. */
    public List<EndpointStatus> statuses() {
        return endpoints.statuses(nanoTime.getAsLong());
    }

    /** What an operator should know, told once; for an agent thread, since application threads must not write logs. */
    public List<String> takeNews() {
        pending.drain();
        List<String> taken = new ArrayList<>();
        for (StormNews each = news.poll(); each != null; each = news.poll()) {
            taken.add(each.sentence(delay != null));
        }
        return taken;
    }

    /** Lets everybody go, for good: the JVM exits. */
    public void close() {
        if (delay != null) {
            delay.close();
        }
    }
}
