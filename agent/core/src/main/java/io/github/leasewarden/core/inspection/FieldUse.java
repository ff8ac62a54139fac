package io.github.leasewarden.core.inspection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the code does with one field that holds a collection, an array or the like. Mutable while classes are read; one thread. */
final class FieldUse {
    /** JDK types that bound or empty themselves, by internal name. */
    private static final Set<String> BOUNDED =
            Set.of("java/util/concurrent/ArrayBlockingQueue", "java/util/concurrent/SubmissionPublisher");

    static final long UNKNOWN = -1;
    /** The size is passed on, as an index for instance. */
    static final long NOT_COMPARED = -2;

    private static final String[] CACHES = {
        "com/github/benmanes/caffeine/cache/",
        "com/google/common/cache/",
        "com/google/common/collect/EvictingQueue",
        "org/ehcache/",
        "net/sf/ehcache/",
        "javax/cache/",
        "org/apache/commons/collections4/queue/CircularFifoQueue",
        "org/apache/commons/collections4/map/LRUMap",
        "org/cache2k/"
    };

    /** With what number the size is compared, by method; {@link #UNKNOWN} if that is no constant. */
    private final Map<String, Long> sizedIn = new HashMap<>();

    private final Set<String> lookedAtIn = new HashSet<>();
    private final Set<String> removedIn = new HashSet<>();
    private final Set<String> replacedIn = new HashSet<>();
    private final Set<String> copiedIn = new HashSet<>();
    private final Set<String> addedIn = new HashSet<>();
    private boolean headsTaken;
    private boolean sifted;
    private boolean emptied;
    private boolean assignedLater;
    private @Nullable String made;

    /** @param number with which it is compared, {@link #UNKNOWN}, or {@link #NOT_COMPARED} */
    void sized(String method, long number) {
        sizedIn.merge(method, number, FieldUse::larger);
    }

    private static long larger(long one, long other) {
        if (one == NOT_COMPARED || other == NOT_COMPARED) {
            return one == NOT_COMPARED ? other : one;
        }
        return one == UNKNOWN || other == UNKNOWN ? UNKNOWN : Math.max(one, other);
    }

    void lookedAt(String method) {
        lookedAtIn.add(method);
    }

    void removedFrom(String method) {
        removedIn.add(method);
    }

    /** One after the other in a loop, whatever they are: not one now and then, as from a pool. */
    void headsTaken() {
        headsTaken = true;
    }

    /** Whether code takes anything out of it but what it is asked for. */
    boolean takenOut() {
        return headsTaken || emptied || takenOutByCondition();
    }

    void addedTo(String method) {
        addedIn.add(method);
    }

    /** What a condition holds for was taken out of the middle of it. */
    void sifted() {
        sifted = true;
    }

    /** Whether code takes out what is due, too old, read by all: on a condition that may come true or not. */
    boolean takenOutByCondition() {
        return sifted || lookedAtIn.stream().anyMatch(removedIn::contains);
    }

    /** At which number of entries the code takes some out or lets no more in; {@link #UNKNOWN} if it does not, or if that is no constant. */
    long most() {
        long most = sizedIn.entrySet().stream()
                .filter(entry -> shrunkIn(entry.getKey()) || guarded(entry))
                .mapToLong(Map.Entry::getValue)
                .reduce(NOT_COMPARED, FieldUse::larger);
        return Math.max(UNKNOWN, most);
    }

    private boolean shrunkIn(String method) {
        return removedIn.contains(method) || replacedIn.contains(method) || copiedIn.contains(method);
    }

    /** Added to where the number of entries is compared with a constant. Without one it may be anything: whether to tell somebody, for instance. */
    private boolean guarded(Map.Entry<String, Long> sized) {
        return sized.getValue() >= 0 && addedIn.contains(sized.getKey());
    }

    /** Internal name of the class, or of the factory, that made what the field holds; null if that was not seen. */
    @Nullable
    String made() {
        return made;
    }

    void emptied() {
        emptied = true;
    }

    /**
     * @param newType what was last created before, or null
     * @param method in which, or null in a constructor of the field's class
     */
    void assigned(@Nullable String newType, @Nullable String method) {
        made = newType == null ? made : newType;
        assignedLater |= method != null;
        if (method != null && newType != null) {
            replacedIn.add(method);
        }
    }

    /**
     * A copy of what was in the field before takes its place, which limits nothing.
     *
     * @param copy what was done with it before
     */
    void replacedByCopy(FieldUse copy, String method) {
        assignedLater = true;
        copiedIn.add(method);
        sifted |= copy.emptied || copy.sifted || copy.removedIn.contains(method);
    }

    /**
     * @param descriptor of the field
     * @param nested whether its elements are collections: how many of those there are limits nothing that is in them
     * @param evicting classes of the application that evict their eldest entry
     * @param weights numbers that say how much there is in the fields of the application
     * @return why the content stays limited, as the end of "its code …", or null if it does not
     */
    @Nullable
    String limit(String descriptor, boolean nested, Set<String> evicting, Weights weights) {
        String type = made == null ? descriptor.substring(1, descriptor.length() - 1) : made;
        if (evicting.contains(type) || BOUNDED.contains(type)) {
            return "makes it a " + type.replace('/', '.') + ", which has a limit";
        }
        for (String cache : CACHES) {
            if (descriptor.contains(cache) || (made != null && made.startsWith(cache))) {
                return "makes it a cache of a library, which has limits of its own";
            }
        }
        if (emptied) {
            return "empties it";
        }
        if (sizedIn.keySet().stream().anyMatch(this::shrunkIn)) {
            return "takes entries out depending on its size";
        }
        if (weights.limit(addedIn, removedIn)) {
            return "takes entries out depending on a number that goes up and down with them";
        }
        if (!nested && sizedIn.entrySet().stream().anyMatch(this::guarded)) {
            return "lets no more than a number of entries in";
        }
        if (descriptor.startsWith("[")) {
            return assignedLater ? null : "makes it an array of a fixed length";
        }
        return !replacedIn.isEmpty() ? "replaces it by a new one" : null;
    }
}
