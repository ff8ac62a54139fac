package io.github.leasewarden.core.sampling;

import java.util.Set;

/**
 * How much of the heap a collection looked at, told by its name: the only thing JFR and the MXBeans give. Names observed
 * on JDK 17 and 25 with Serial, Parallel, G1, ZGC and Shenandoah.
 */
final class Reach {
    /** Stop the application, compact everything: what remains is the live set. */
    private static final Set<String> FULL =
            Set.of("SerialOld", "ParallelOld", "G1Full", "MarkSweepCompact", "PS MarkSweep", "G1 Old Generation");

    /** Whole heap or old generation, while the application runs. */
    private static final Set<String> OLD = Set.of(
            "G1Old",
            "G1 Concurrent GC",
            "Z",
            "ZGC Cycles",
            "ZGC Major",
            "ZGC Major Cycles",
            "Shenandoah",
            "Shenandoah Cycles");

    /** Somebody asked: the agent, a tool, or the application by {@code System.gc()}. */
    private static final Set<String> ON_REQUEST = Set.of(
            "System.gc()",
            "Heap Inspection Initiated GC",
            "Heap Dump Initiated GC",
            "Diagnostic Command",
            "JvmtiEnv ForceGarbageCollection");

    private Reach() {}

    static boolean full(String collection) {
        return FULL.contains(collection);
    }

    /**
     * @param generationalShenandoah its young, old and global collections all bear the same name, so only those on request
     *     are known to cover the old generation
     */
    static boolean old(String collection, String cause, boolean generationalShenandoah) {
        if (generationalShenandoah && collection.startsWith("Shenandoah")) {
            return onRequest(cause);
        }
        return full(collection) || OLD.contains(collection);
    }

    /** Beside the application: what is allocated meanwhile counts as alive until the next one. */
    static boolean concurrent(String collection) {
        return OLD.contains(collection) && !collection.startsWith("G1");
    }

    static boolean onRequest(String cause) {
        return ON_REQUEST.contains(cause);
    }
}
