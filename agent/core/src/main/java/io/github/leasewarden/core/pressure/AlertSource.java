package io.github.leasewarden.core.pressure;

/** What an alert is about. A closed set: it is a label of metrics. */
public enum AlertSource {
    /** Heap in use after a collection. */
    HEAP("heap"),
    /** The verdict says leak. */
    LEAK("leak"),
    /** Long or frequent collections. */
    GC("gc"),
    /** A connection pool has nothing left to lend. */
    POOL("pool"),
    /** The container is near its memory limit. */
    CONTAINER("container"),
    /** Anything else. */
    OTHER("other");

    private final String label;

    AlertSource(String label) {
        this.label = label;
    }

    /** As written in JSON and metrics. */
    public String label() {
        return label;
    }
}
