package io.github.leasewarden.core.inspection;

import java.util.Map;
import java.util.Set;

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

    /** Internal names of the collections that have such entries; none if it is no class of entries. */
    static Set<String> owners(String className) {
        return OWNERS.getOrDefault(className, Set.of());
    }
}
