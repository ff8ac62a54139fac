package acme;

import java.lang.ref.Cleaner;
import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.locks.ReentrantLock;

/** An application's class with fields of every sort, for tests that read its code. Nothing of it is ever called. */
@SuppressWarnings({"unused", "UnusedVariable", "UnusedMethod", "UnusedNestedClass"})
public class Warehouse {
    public static class Forever {}

    private static final Cleaner CLEANER = Cleaner.create();

    public static class CleansItself {
        private final byte[] pixels = new byte[8];

        public CleansItself(String name) {
            CLEANER.register(this, () -> free(name));
        }

        private void free(String name) {}
    }

    public static class CleansByMethod {
        public CleansByMethod() {
            CLEANER.register(this, this::free);
        }

        private void free() {}
    }

    /** As the documentation of Cleaner wants it. */
    public static class CleansItsState {
        private final byte[] pixels = new byte[8];

        public CleansItsState() {
            byte[] state = pixels;
            CLEANER.register(this, () -> System.out.println(state.length));
            CLEANER.register(state, this::free); // the array is given up before this is
        }

        private void free() {}
    }

    public static class ByKey {}

    public static class Trimmed {}

    public static class ThroughLocal {}

    public static class Cleared {}

    public static class Replaced {}

    public static class Aged {}

    public static class Iterated {}

    public static class Eldest {}

    public static class Queued {}

    public static class Ring {}

    public static class OwnArray {}

    public static class Soft {}

    public static class Weak {}

    public static class Nested {}

    public static class InSlots {}

    public static class CappedInside {}

    public static class Pooled {}

    public static class ByKeyInside {}

    public static class Weighed {}

    public static class Paced {}

    public static class HandedOver {}

    public static class Message {}

    public static class OfOwner {}

    public static class OfStayer {}

    public static class Published {}

    public static class Owner {
        private final List<OfOwner> parts = new ArrayList<>();
    }

    public static class Stayer {
        private final List<OfStayer> parts = new ArrayList<>();
    }

    private final Stayer[] fixed = new Stayer[8];
    private final Map<String, Weighed> weighed = new TreeMap<>();
    private long weight;
    private final Map<String, Paced> paced = new TreeMap<>();
    private int tokens;
    private final Map<String, HandedOver> handedOver = new TreeMap<>();
    private final List<Owner> owners = new ArrayList<>();
    private final List<Stayer> stayers = new ArrayList<>();
    private final SubmissionPublisher<Published> published;
    private final List<Deque<InSlots>> slots = new ArrayList<>();

    private final Map<Integer, Deque<Pooled>> pooled = new HashMap<>();
    private final Map<String, Deque<CappedInside>> capped = new HashMap<>();
    private final Map<String, Set<ByKeyInside>> inside = new HashMap<>();
    private final Map<String, PriorityBlockingQueue<Message>> inboxes = new TreeMap<>();

    public Warehouse(SubmissionPublisher<Published> published) {
        this.published = published;
    }

    Pooled borrow(int size) {
        Deque<Pooled> fitting = pooled.get(size);
        return fitting == null || fitting.isEmpty() ? new Pooled() : fitting.pop();
    }

    int nextSlot(int now, ByKeyInside gone) {
        owners.removeIf(owner -> owner.parts.isEmpty());
        stayers.add(new Stayer());
        inside.get("x").remove(gone);
        int taken = 0;
        Deque<InSlots> due = slots.get(now % slots.size());
        while (!due.isEmpty()) {
            taken += due.removeFirst().hashCode();
        }
        PriorityBlockingQueue<Message> inbox = inboxes.get("x");
        while (!inbox.isEmpty()) {
            taken += inbox.poll().hashCode();
        }
        Deque<CappedInside> newest = capped.computeIfAbsent("x", key -> new ArrayDeque<>());
        newest.addLast(new CappedInside());
        if (newest.size() > 50) {
            newest.removeFirst();
        }
        return taken;
    }

    public static class Implemented implements Callable<String> {
        @Override
        public String call() {
            return "";
        }
    }

    public static class Nowhere {}

    public static class TwoWays {}

    public static class Present {}

    public static class Single {}

    public static class Due {}

    public static class Oldest {}

    public static class Window {}

    public static class Configured {}

    public static class Closed {}

    public static class Guarded {}

    public static class Warned {}

    public static class Merged {}

    public static class Sifted {}

    public static class Shortened {}

    public static class Batched {}

    public static class Wrapped {}

    public static class Made {}

    public static class TwoLimits {}

    private static final Map<String, Forever> FOREVER = new HashMap<>();
    private final Map<String, ByKey> byKey = new ConcurrentHashMap<>();
    private final Deque<Trimmed> trimmed = new ArrayDeque<>();
    private final Deque<CleansItself> cleaned = new ArrayDeque<>();
    private final Deque<ThroughLocal> throughLocal = new ArrayDeque<>();
    private final List<Cleared> cleared = new ArrayList<>();
    private List<Replaced> replaced = new ArrayList<>();
    private final Map<String, Aged> aged = new HashMap<>();
    private final List<Iterated> iterated = new ArrayList<>();
    private final Map<String, Eldest> eldest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Eldest> entry) {
            return size() > 100;
        }
    };
    private final Map<String, Wrapped> wrapped = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrapped> entry) {
            return size() > 100;
        }
    });
    private final Map<String, TwoLimits> numbered = new TreeMap<>();
    private final ArrayBlockingQueue<TwoLimits> recent = new ArrayBlockingQueue<>(100);
    private final Deque<Made> made = made(new HashMap<>());
    private final ArrayBlockingQueue<Queued> queued = new ArrayBlockingQueue<>(100);
    private final Ring[] ring = new Ring[100];
    private OwnArray[] own = new OwnArray[4];
    private final Map<String, SoftReference<Soft>> soft = new HashMap<>();
    private final Map<Weak, String> weak = new WeakHashMap<>();
    private final Map<String, List<Nested>> nested = new HashMap<>();
    private final List<Callable<String>> callables = new ArrayList<>();
    private final List<TwoWays> first = new ArrayList<>();
    private final List<TwoWays> second = new ArrayList<>();
    private final List<Present> present = new ArrayList<>();
    private final Deque<Single> single = new ArrayDeque<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final Deque<Oldest> oldest = new ArrayDeque<>();
    private List<Window> window = new ArrayList<>();
    private final Deque<Configured> configured = new ArrayDeque<>();
    private final List<Closed> closed = new ArrayList<>();
    private final Map<String, Guarded> guarded = new ConcurrentHashMap<>();
    private final List<Warned> warned = new ArrayList<>();
    private Map<String, Merged> merged = new TreeMap<>();
    private Map<String, Sifted> sifted = new TreeMap<>();
    private List<Shortened> shortened = new ArrayList<>();
    private List<Batched> batched = new ArrayList<>();
    private final Set<UUID> ids = new ConcurrentSkipListSet<>();
    private int most = 10;
    private Future<?> pending;
    private Map.Entry<String, ReentrantLock> locked = Map.entry("", new ReentrantLock());

    void use(String key) {
        FOREVER.put(key, new Forever());
        byKey.put(key, new ByKey());
        byKey.remove(key);
        cleaned.addLast(new CleansItself("tile"));
        if (cleaned.size() > 100) {
            cleaned.removeFirst();
        }
        trimmed.addLast(new Trimmed());
        if (trimmed.size() > 100) {
            trimmed.removeFirst();
        }
        Deque<ThroughLocal> local = throughLocal;
        while (local.size() > 10) {
            local.pollFirst();
        }
        cleared.add(new Cleared());
        if (key.isEmpty()) {
            cleared.clear();
        }
        replaced.add(new Replaced());
        replaced = new ArrayList<>();
        aged.values().removeIf(each -> each.hashCode() == 0);
        for (Iterator<Iterated> each = iterated.iterator(); each.hasNext(); ) {
            if (each.next().hashCode() == 0) {
                each.remove();
            }
        }
        eldest.put(key, new Eldest());
        queued.add(new Queued());
        ring[key.length()] = new Ring();
        own = java.util.Arrays.copyOf(own, own.length * 2);
        if (nested.size() < 20) {
            nested.computeIfAbsent(key, name -> new ArrayList<>()).add(new Nested());
        }
        callables.add(new Implemented());
        first.add(new TwoWays());
        first.clear();
        second.add(new TwoWays());
        present.add(new Present());
        if (present.size() > 0 && key.isEmpty()) {
            present.remove(0);
        }
        single.add(new Single());
        while (single.size() > 1 && key.isEmpty()) {
            single.removeFirst();
        }
        due.add(new Due());
        while (!due.isEmpty() && due.peek().hashCode() == 0) {
            due.remove();
        }
        oldest.add(new Oldest());
        while (oldest.size() > 1 && oldest.getFirst().hashCode() == 0) {
            oldest.removeFirst();
        }
        window.add(new Window());
        if (window.size() > 50) {
            window = window.subList(1, window.size());
        }
        configured.add(new Configured());
        if (configured.size() > most) {
            configured.removeFirst();
        }
        closed.add(new Closed());
        ids.add(new UUID(0, 0));
        if (guarded.size() < 500) {
            guarded.put(key, new Guarded());
        }
        warned.add(new Warned());
        if (warned.size() > most) {
            System.err.println("Many");
        }
        Map<String, Merged> both = new TreeMap<>(merged);
        both.put(key, new Merged());
        merged = Collections.unmodifiableMap(both);
        Map<String, Sifted> some = new TreeMap<>(sifted);
        some.values().removeIf(each -> each.hashCode() == 0);
        sifted = some;
        if (shortened.size() > 70) {
            shortened = new ArrayList<>(shortened.subList(35, shortened.size()));
        }
        numbered.put(key, new TwoLimits());
        if (numbered.size() > 40) {
            numbered.clear();
        }
        List<Batched> batch = new ArrayList<>(batched);
        batched = new ArrayList<>();
        batch.forEach(Object::notify);
    }

    private void weigh(String key) {
        weighed.put(key, new Weighed());
        weight += key.length();
    }

    private void evict(String key) {
        if (weight > 40_000_000) {
            weight -= key.length();
            weighed.remove(key);
        }
    }

    /** How many more may be done says nothing of how many there are. */
    private void pace(String key) {
        paced.put(key, new Paced());
        if (tokens > most) {
            tokens -= 1;
            paced.remove(key);
        }
        handedOver.put(key, new HandedOver());
        takeFirst(handedOver.values().iterator(), most);
    }

    private void refill() {
        tokens += most;
    }

    private static void takeFirst(Iterator<?> iterator, int number) {
        if (number > 1) {
            iterator.next();
            iterator.remove();
        }
    }

    private Deque<Made> made(Map<String, String> settings) {
        return new ArrayDeque<>(settings.size());
    }

    void close() {
        closed.clear();
    }
}
