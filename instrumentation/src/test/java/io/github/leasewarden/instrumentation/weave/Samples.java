package io.github.leasewarden.instrumentation.weave;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small libraries to weave. */
@SuppressWarnings("unused")
final class Samples {
    private Samples() {}

    public static class Session {
        public Session() {}

        public Session(Object owner) {
            this(owner, "default");
        }

        public Session(Object owner, Object options) {}

        public Session(Object owner, Object options, boolean broken) throws IOException {
            throw new IOException("no session");
        }

        public Object send(Object message) {
            return "sent " + message;
        }

        public long send(long count, double weight) {
            return count + (long) weight;
        }

        public void sendNothing(Object message) {}

        public void fail(Object message) throws IOException {
            throw new IOException("broken pipe");
        }

        public Object begin() {
            return "child";
        }

        public void onMessage(Object connection, Object message) throws IOException {
            if (message == null) {
                throw new IOException("no message");
            }
        }

        public void close() {}
    }

    public static class Hub {
        public final List<Object> listeners = new ArrayList<>();

        public void add(Object listener) {
            listeners.add(listener);
        }

        public void add(Object topic, Object listener) {
            listeners.add(listener);
        }

        public void fire(Object event) {}

        public void remove(Object topic, Object listener) {
            if (!listeners.remove(listener)) {
                throw new IllegalArgumentException("not registered");
            }
        }

        public void clear() {
            listeners.clear();
        }

        public Object subscribe(Object listener) {
            return "subscription of " + listener;
        }
    }

    public static class Settings {
        private final int port;

        public Settings() {
            this(7, "ignored");
        }

        public Settings(int port, String name) {
            this.port = port;
        }

        public int port() {
            return port;
        }

        public Duration patience(Duration asked) {
            return asked;
        }

        public Optional<Long> batch(Optional<Long> asked) {
            return asked;
        }

        public int size() {
            return 100;
        }

        public long timeout() {
            return 1_000_000_000_000L;
        }

        public int small() {
            return 3;
        }

        public Integer boxed() {
            return 100;
        }

        public String name() {
            return "settings";
        }
    }

    public static class Picky {
        public int handle(Object item) {
            throw new IllegalStateException("never");
        }
    }

    public static class Subscriber {
        public Object subscription;

        public void onSubscribe(Object given) {
            subscription = given;
        }

        public void onNext(Object item) {}
    }

    public abstract static class Untouched {
        public static Object open(Object argument) {
            return argument;
        }

        public abstract Object open(Object one, Object two);

        public native Object open(Object one, Object two, Object three);

        public Object open(Object one, Object two, Object three, Object four) {
            return one;
        }
    }

    public interface Contract {
        void add(Object listener);

        default void addAll(Object listener) {
            add(listener);
        }
    }

    /** Leaves its subscription to its parent. */
    public static class SubscriberWithoutItems extends SubscriberBase {
        public void onError(Object failure) {}
    }

    public interface OneMore extends Contract {}

    public static class OfOneMore implements OneMore {
        @Override
        public void add(Object listener) {}
    }

    /** Leaves what comes to its subclasses. */
    public static class SubscriberBase {
        public Object subscription;

        public void onSubscribe(Object given) {
            subscription = given;
        }
    }

    public static class OfContract implements Contract {
        @Override
        public void add(Object listener) {}
    }

    public static class BetterSession extends Session implements Contract {
        public BetterSession() {
            super("owner");
        }

        @Override
        public void add(Object listener) {}
    }

    public static class BestSession extends BetterSession {}
}
