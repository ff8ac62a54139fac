package io.github.leasewarden.core.stream;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that passes its subscriber's demand on in batches: what was asked for beyond one is asked for as items arrive, so
 * nothing is lost and nobody waits for ever. Knows {@code java.util.concurrent.Flow} and Reactive Streams. Thread-safe.
 */
final class Batch implements InvocationHandler {
    private static final Set<String> CONTRACTS =
            Set.of("java.util.concurrent.Flow$Subscription", "org.reactivestreams.Subscription");
    /** Asking again when a quarter is left keeps the publisher busy. */
    private static final int REFILL = 4;

    private final Object subscription;
    private final List<Class<?>> contracts;
    private final Method request;
    private final int most;
    private long wanted;
    private long outstanding;
    /** Once the agent is off nobody counts items any more. */
    private boolean unlimited;

    private Batch(Object subscription, List<Class<?>> contracts, Method request, int most) {
        this.subscription = subscription;
        this.contracts = contracts;
        this.request = request;
        this.most = most;
    }

    /** Counts for a subscription, or null if it is of no kind we know. */
    static @Nullable Batch of(Object subscription, int most) throws NoSuchMethodException {
        List<Class<?>> contracts = new ArrayList<>();
        for (Class<?> type = subscription.getClass(); type != null; type = type.getSuperclass()) {
            collect(type, contracts);
        }
        return contracts.isEmpty()
                ? null
                : new Batch(subscription, contracts, contracts.get(0).getMethod("request", long.class), most);
    }

    private static void collect(Class<?> type, List<Class<?>> contracts) {
        for (Class<?> each : type.getInterfaces()) {
            if (CONTRACTS.contains(each.getName()) && !contracts.contains(each)) {
                contracts.add(each);
            }
            collect(each, contracts);
        }
    }

    /** What the subscriber gets instead of its subscription. */
    Object asSubscription() {
        // of two contracts, the library's loader sees the JDK's too
        ClassLoader loader = null;
        for (Class<?> contract : contracts) {
            loader = contract.getClassLoader() == null ? loader : contract.getClassLoader();
        }
        return Proxy.newProxyInstance(loader, contracts.toArray(new Class<?>[0]), this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null && method.getName().equals("request") && arguments[0] instanceof Long) {
            demand((Long) arguments[0]);
            return null;
        }
        if (arguments != null && method.getName().equals("equals")) {
            return proxy == arguments[0];
        }
        return call(method, arguments);
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(subscription, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private void demand(long items) throws Throwable {
        if (items <= 0) {
            ask(items); // an error by the contract, and the publisher's to tell
            return;
        }
        long now;
        synchronized (this) {
            wanted = wanted > Long.MAX_VALUE - items ? Long.MAX_VALUE : wanted + items;
            now = next();
        }
        if (now > 0) {
            ask(now);
        }
    }

    /** The subscriber is done with an item. */
    void received() throws Throwable {
        long now;
        synchronized (this) {
            outstanding = Math.max(0, outstanding - 1);
            now = next();
        }
        if (now > 0) {
            ask(now);
        }
    }

    synchronized void keepNothingBack() {
        unlimited = true;
    }

    /** Asks for all that was kept back, and keeps nothing back any more. May run the publisher's code, for as long as that takes. */
    void letGo() throws Throwable {
        long now;
        synchronized (this) {
            keepNothingBack();
            now = next();
        }
        if (now > 0) {
            ask(now);
        }
    }

    /** How much to ask for now; guarded by this. */
    private long next() {
        if (unlimited) {
            long all = wanted;
            wanted = 0;
            return all;
        }
        long room = most - outstanding;
        if (wanted == 0 || (outstanding > most / REFILL && wanted > room)) {
            return 0;
        }
        long now = Math.min(wanted, room);
        wanted = wanted == Long.MAX_VALUE ? wanted : wanted - now;
        outstanding += now;
        return now;
    }

    private void ask(long items) throws Throwable {
        call(request, new Object[] {items});
    }
}
