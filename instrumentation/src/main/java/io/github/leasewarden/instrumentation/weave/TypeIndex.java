package io.github.leasewarden.instrumentation.weave;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * Says, for every class the JVM loads, whether any rule is about it. It is asked thousands of times during start-up, so the common answer
 * "no" is one hash look-up.
 *
 * <p>Subtype rules cost nothing until they can match: no class can implement a root before that root is loaded, so class headers are read
 * only from then on. A class's own file is offered to transformers <i>before</i> its parents load; where these turn out to be roots, or
 * below one, it is found by the scan that {@link Listener#mayHaveSubtypes} asks for. Thread-safe.
 */
final class TypeIndex {

    /** Told when a type goes by whose subtypes may have gone by before. */
    interface Listener {
        /**
         * Called on the loading thread: do nothing heavy.
         *
         * @param type internal name
         * @param root whether it is a root; else it is below one, and somebody has it as a parent already
         */
        void mayHaveSubtypes(String type, boolean root);
    }

    /**
     * Why a class is of interest.
     *
     * @param roots roots it descends from
     * @param inherited whether its superclass is woven for them already
     */
    record Match(Set<String> roots, boolean inherited) {
        static final Match EXACT = new Match(Set.of(), false);
    }

    /** Of 32 bits; a power of two. */
    private static final int SLOTS = 1 << 11;

    private final Set<String> exact = new HashSet<>();
    private final Set<String> roots = new HashSet<>();
    private final Listener listener;
    /** Roots that were loaded, and every subtype seen since: internal name to the roots above it. */
    private final ConcurrentHashMap<String, Set<String>> family = new ConcurrentHashMap<>();

    /** Hashes of the parents of classes that went by. A false alarm costs a scan. */
    private final AtomicIntegerArray parentsSeen = new AtomicIntegerArray(SLOTS);

    private volatile boolean rootsLoaded;

    TypeIndex(Set<String> names, Listener listener) {
        this.listener = listener;
        for (String name : names) {
            if (name.charAt(0) == '<') {
                roots.add(name.substring(1));
            } else {
                exact.add(name);
            }
        }
    }

    /** Whether any rule is about this class; null if none is. */
    @Nullable
    Match match(String name, byte[] file) {
        boolean named = exact.contains(name);
        boolean root = roots.contains(name);
        if (!rootsLoaded && !root) {
            return named ? Match.EXACT : null;
        }
        ClassHeader header = ClassHeader.read(file);
        Set<String> fromSuper = above(header.superName());
        Set<String> above = new HashSet<>(fromSuper);
        for (String parent : header.interfaces()) {
            above.addAll(above(parent));
        }
        note(name, above, root);
        // a root is not woven itself, so a direct subclass of nothing else inherits no woven constructor
        fromSuper.remove(header.superName());
        return matchUnder(above, !fromSuper.isEmpty(), header.isInterface(), named);
    }

    private Set<String> above(@Nullable String parent) {
        if (parent == null) {
            return new HashSet<>();
        }
        // before it is looked up: whoever notes it at this moment sees that it was asked for, or we see what was noted
        int seen = parentsSeen.get(slot(parent));
        while ((seen & bit(parent)) == 0 && !parentsSeen.compareAndSet(slot(parent), seen, seen | bit(parent))) {
            seen = parentsSeen.get(slot(parent));
        }
        Set<String> known = family.get(parent);
        return known == null ? new HashSet<>() : new HashSet<>(known);
    }

    private boolean isParentOfSome(String name) {
        return (parentsSeen.get(slot(name)) & bit(name)) != 0;
    }

    private static int slot(String name) {
        return name.hashCode() >>> 5 & SLOTS - 1;
    }

    private static int bit(String name) {
        return 1 << (name.hashCode() & 31);
    }

    private void note(String name, Set<String> above, boolean root) {
        if (!above.isEmpty() || root) {
            Set<String> passedOn = new HashSet<>(above);
            if (root) {
                passedOn.add(name);
            }
            boolean first = family.put(name, Set.copyOf(passedOn)) == null;
            if (root && first) {
                rootsLoaded = true;
            }
            if (first && (root || isParentOfSome(name))) {
                listener.mayHaveSubtypes(name, root);
            }
        }
    }

    private static @Nullable Match matchUnder(
            Set<String> above, boolean inherited, boolean isInterface, boolean named) {
        if (above.isEmpty() || isInterface) {
            return named ? Match.EXACT : null;
        }
        return new Match(Set.copyOf(above), inherited);
    }

    /** Classes that were loaded before we could look: the root is known now, so the class's own hierarchy tells. */
    @Nullable
    Match matchLoaded(Class<?> type) {
        String name = type.getName().replace('.', '/');
        boolean named = exact.contains(name);
        boolean root = roots.contains(name);
        if (!rootsLoaded && !root) {
            return named ? Match.EXACT : null;
        }
        Set<String> fromSuper = new HashSet<>();
        collectRoots(type.getSuperclass(), fromSuper);
        Set<String> above = new HashSet<>(fromSuper);
        for (Class<?> parent : type.getInterfaces()) {
            collectRoots(parent, above);
        }
        note(name, above, root);
        if (type.getSuperclass() != null) {
            fromSuper.remove(type.getSuperclass().getName().replace('.', '/'));
        }
        return matchUnder(above, !fromSuper.isEmpty(), type.isInterface(), named);
    }

    private void collectRoots(@Nullable Class<?> type, Set<String> found) {
        if (type == null) {
            return;
        }
        String name = type.getName().replace('.', '/');
        if (roots.contains(name)) {
            found.add(name);
        }
        for (Class<?> parent : type.getInterfaces()) {
            collectRoots(parent, found);
        }
        collectRoots(type.getSuperclass(), found);
    }
}
