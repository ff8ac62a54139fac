package io.github.leasewarden.reports;

import com.fasterxml.jackson.annotation.JsonValue;

/** What kind of thing accumulates. */
public enum SuspectType {
    /** Leases opened at one place. */
    SITE("site"),
    /** Live instances of one class, census after census. */
    CLASS("class"),
    /** Threads. */
    THREAD("thread"),
    /** A connection pool that runs full. */
    POOL("pool");

    private final String label;

    SuspectType(String label) {
        this.label = label;
    }

    /** The name in JSON. */
    @JsonValue
    public String label() {
        return label;
    }
}
