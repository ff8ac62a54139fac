package io.github.leasewarden.instrumentation.weave;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says, for every class the JVM loads, whether any rule is about it. It is asked thousands of times during start-up, so the common answer
 * "no" is one hash look-up.
 *
 * <p>Subtype rules cost nothing until they can match: no class can implement a root before that root is loaded, so class headers are read
 * only from then on. The first implementor's own file is offered to transformers <i>before</i> its interfaces load; it is found by
 * the scan that {@link Listener#rootLoaded} asks for. Thread-safe.
 */
final class TypeIndex {

    /** Told when a root goes by. */
    interface Listener {
        /** Called on the loading thread: do nothing heavy. */
        void rootLoaded(String root);
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

    private final Set<String> exact = new HashSet<>();
    private final Set<String> roots = new HashSet<>();
    private final Listener listener;
    /** Roots that were loaded, and every subtype seen since: internal name to the roots above it. */
    private final ConcurrentHashMap<String, Set<String>> family = new ConcurrentHashMap<>();

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
        Set<String> known = parent == null ? null : family.get(parent);
        return known == null ? new HashSet<>() : new HashSet<>(known);
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
                listener.rootLoaded(name);
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
