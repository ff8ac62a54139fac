package io.github.leasewarden.core.inspection;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JDK's collections and maps by the class of their entries, as class names in a histogram and internal names in code. */
final class EntryClasses {
    private static final Map<String, Set<String>> OWNERS = Map.ofEntries(
            Map.entry("java.util.HashMap$Node", Set.of("java/util/HashMap", "java/util/HashSet")),
            Map.entry("java.util.LinkedHashMap$Entry", Set.of("java/util/LinkedHashMap", "java/util/LinkedHashSet")),
            Map.entry("java.util.TreeMap$Entry", Set.of("java/util/TreeMap", "java/util/TreeSet")),
            Map.entry("java.util.Hashtable$Entry", Set.of("java/util/Hashtable")),
            Map.entry("java.util.WeakHashMap$Entry", Set.of("java/util/WeakHashMap")),
            Map.entry("java.util.LinkedList$Node", Set.of("java/util/LinkedList")),
            Map.entry(
                    "java.util.concurrent.ConcurrentHashMap$Node",
                    Set.of(
                            "java/util/concurrent/ConcurrentHashMap",
                            "java/util/concurrent/ConcurrentHashMap$KeySetView")),
            Map.entry(
                    "java.util.concurrent.ConcurrentSkipListMap$Node",
                    Set.of("java/util/concurrent/ConcurrentSkipListMap", "java/util/concurrent/ConcurrentSkipListSet")),
            Map.entry(
                    "java.util.concurrent.ConcurrentLinkedQueue$Node",
                    Set.of("java/util/concurrent/ConcurrentLinkedQueue")),
            Map.entry(
                    "java.util.concurrent.ConcurrentLinkedDeque$Node",
                    Set.of("java/util/concurrent/ConcurrentLinkedDeque")),
            Map.entry(
                    "java.util.concurrent.LinkedBlockingQueue$Node",
                    Set.of("java/util/concurrent/LinkedBlockingQueue")),
            Map.entry(
                    "java.util.concurrent.LinkedBlockingDeque$Node",
                    Set.of("java/util/concurrent/LinkedBlockingDeque")));

    private EntryClasses() {}

    /**
     * Class of the entries such a collection has, one for each element, as in a histogram.
     *
     * @param owner internal name of the collection's class
     * @param declared internal name of what it is declared as
     * @return null if it has none, is not of the JDK, or is no such thing as is declared, so that something else must have been made
     */
    static @Nullable String of(String owner, String declared) {
        return OWNERS.entrySet().stream()
                .filter(entries -> entries.getValue().contains(owner) && is(owner, declared))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static boolean is(String owner, String declared) {
        ClassLoader jdk = ClassLoader.getPlatformClassLoader();
        try {
            return Class.forName(declared.replace('/', '.'), false, jdk)
                    .isAssignableFrom(Class.forName(owner.replace('/', '.'), false, jdk));
        } catch (ClassNotFoundException | LinkageError notOfTheJdk) {
            return false;
        }
    }

    /** Internal names of the collections that have such entries; none if it is no class of entries. */
    static Set<String> owners(String className) {
        return OWNERS.getOrDefault(className, Set.of());
    }
}
