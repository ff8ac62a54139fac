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

    /** Why a class is of interest. */
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
        if (roots.contains(name)) {
            noteRoot(name);
            return exact.contains(name) ? Match.EXACT : null;
        }
        if (exact.contains(name)) {
            return rootsLoaded ? withFamily(name, file) : Match.EXACT;
        }
        if (!rootsLoaded) {
            return null;
        }
        Match match = withFamily(name, file);
        return match.roots().isEmpty() ? null : match;
    }

    private Match withFamily(String name, byte[] file) {
        ClassHeader header = ClassHeader.read(file);
        Set<String> above = new HashSet<>();
        Set<String> fromSuper = header.superName() == null ? null : family.get(header.superName());
        if (fromSuper != null) {
            above.addAll(fromSuper);
        }
        for (String parent : header.interfaces()) {
            Set<String> fromInterface = family.get(parent);
            if (fromInterface != null) {
                above.addAll(fromInterface);
            }
        }
        if (above.isEmpty()) {
            return Match.EXACT;
        }
        family.put(name, Set.copyOf(above));
        return header.isInterface() ? Match.EXACT : new Match(Set.copyOf(above), fromSuper != null);
    }

    private void noteRoot(String name) {
        if (family.put(name, Set.of(name)) == null) {
            rootsLoaded = true;
            listener.rootLoaded(name);
        }
    }

    /** Classes that were loaded before we could look: the root is known now, so the class's own hierarchy tells. */
    @Nullable
    Match matchLoaded(Class<?> type) {
        String name = type.getName().replace('.', '/');
        if (roots.contains(name)) {
            noteRoot(name);
            return exact.contains(name) ? Match.EXACT : null;
        }
        Set<String> above = new HashSet<>();
        if (rootsLoaded) {
            collectRoots(type, above);
        }
        if (!above.isEmpty()) {
            family.put(name, Set.copyOf(above));
            boolean inherited = type.getSuperclass() != null
                    && family.containsKey(type.getSuperclass().getName().replace('.', '/'));
            return type.isInterface() ? null : new Match(Set.copyOf(above), inherited);
        }
        return exact.contains(name) ? Match.EXACT : null;
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
