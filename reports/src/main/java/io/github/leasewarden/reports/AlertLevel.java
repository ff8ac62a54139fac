package io.github.leasewarden.reports;

import com.fasterxml.jackson.annotation.JsonValue;

/** How urgent an alert is. */
public enum AlertLevel {
    /** Worth knowing; also the end of an earlier alert. */
    INFO("info"),
    /** Heap after GC above {@code alert.warn}, or something else to look at soon. */
    WARN("warn"),
    /** Heap after GC above {@code alert.critical}, or something else that cannot wait. */
    CRITICAL("critical");

    private final String label;

    AlertLevel(String label) {
        this.label = label;
    }

    /** The name in JSON. */
    @JsonValue
    public String label() {
        return label;
    }
}
