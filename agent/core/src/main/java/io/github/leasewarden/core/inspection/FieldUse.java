package io.github.leasewarden.core.inspection;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the code does with one field that holds a collection, an array or the like. Mutable while classes are read; one thread. */
final class FieldUse {
    /** JDK types that bound or empty themselves, by internal name. */
    private static final Set<String> BOUNDED = Set.of("java/util/concurrent/ArrayBlockingQueue");

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

    private final Set<String> sizedIn = new HashSet<>();
    private final Set<String> lookedAtIn = new HashSet<>();
    private final Set<String> removedIn = new HashSet<>();
    private boolean emptied;
    private boolean replaced;
    private boolean assignedLater;
    private @Nullable String made;

    void sized(String method) {
        sizedIn.add(method);
    }

    void lookedAt(String method) {
        lookedAtIn.add(method);
    }

    void removedFrom(String method) {
        removedIn.add(method);
    }

    void emptied() {
        emptied = true;
    }

    /**
     * @param newType what was last created before, or null
     * @param inConstructor of the field's class
     */
    void assigned(@Nullable String newType, boolean inConstructor) {
        made = newType == null ? made : newType;
        assignedLater |= !inConstructor;
        replaced |= !inConstructor && newType != null;
    }

    /** Whether some method looks at an element and then takes one out: what is due, too old, read by all. */
    boolean takenOutByCondition() {
        return lookedAtIn.stream().anyMatch(removedIn::contains);
    }

    /**
     * @param descriptor of the field
     * @param evicting classes of the application that evict their eldest entry
     * @return why the content stays limited, as the end of "its code …", or null if it does not
     */
    @Nullable
    String limit(String descriptor, Set<String> evicting) {
        if (made != null && (evicting.contains(made) || BOUNDED.contains(made))) {
            return "makes it a " + made.replace('/', '.') + ", which has a limit";
        }
        for (String cache : CACHES) {
            if (descriptor.contains(cache) || (made != null && made.startsWith(cache))) {
                return "makes it a cache of a library, which has limits of its own";
            }
        }
        if (emptied) {
            return "empties it, as a whole or by a condition";
        }
        if (sizedIn.stream().anyMatch(removedIn::contains)) {
            return "takes entries out depending on its size";
        }
        if (descriptor.startsWith("[")) {
            return assignedLater ? null : "makes it an array of a fixed length";
        }
        return replaced ? "replaces it by a new one" : null;
    }
}
