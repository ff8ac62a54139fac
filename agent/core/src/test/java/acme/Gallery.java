package acme;

import java.lang.ref.Cleaner;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An application's class that has things let go of once the collector has found others gone, for tests that read its code. Nothing is ever called. */
@SuppressWarnings({"unused", "UnusedVariable", "UnusedMethod", "UnusedNestedClass", "removal", "deprecation"})
public class Gallery {
    private static final Cleaner CLEANER = Cleaner.create();

    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();
    private final Set<Handle> handles = new HashSet<>();
    private final Map<String, Unqueued> unqueued = new HashMap<>();
    private final Set<Gallery> branches = new HashSet<>();
    private final Set<Ticket> tickets = new HashSet<>();

    public static class Handle extends PhantomReference<Object> {
        private final Surface surface = new Surface();

        public Handle(Object picture, ReferenceQueue<Object> gone) {
            super(picture, gone);
        }
    }

    public static class SpecialHandle extends Handle {
        public SpecialHandle(ReferenceQueue<Object> gone) {
            super(new byte[8], gone);
        }
    }

    public static class Surface {}

    /** Nothing says when its picture is gone, so nothing can let go of it. */
    public static class Unqueued extends WeakReference<Object> {
        public Unqueued(Object picture) {
            super(picture);
        }
    }

    public static class Finalized {
        @Override
        protected void finalize() {
            System.err.println("gone");
        }
    }

    public static class SpecialFinalized extends Finalized {}

    public static class State implements Runnable {
        @Override
        public void run() {}
    }

    public static class Made {}

    /** It is run, but cleans nothing. */
    public static class Job implements Runnable {
        @Override
        public void run() {}
    }

    public static class Ticket {}

    public static class Guide {
        private final State state = new State();
        private final Made made = new Made();

        public Guide() {
            CLEANER.register(this, state);
        }
    }

    void frame(byte[] picture) {
        CLEANER.register(picture, () -> System.err.println("gone"));
    }

    void use() {
        handles.add(new Handle(new Object(), gone));
        for (Reference<?> next = gone.poll(); next != null; next = gone.poll()) {
            handles.remove(next);
        }
        unqueued.put("", new Unqueued(new Object()));
        branches.add(new Gallery());
        tickets.add(new Ticket());
        new Thread(new Job()).start();
    }

    /** Never polls the queue. */
    public static class Store {
        private final Set<Lost> lost = new HashSet<>();

        public static class Lost extends PhantomReference<Object> {
            public Lost(ReferenceQueue<Object> gone) {
                super(new Object(), gone);
            }
        }
    }
}
