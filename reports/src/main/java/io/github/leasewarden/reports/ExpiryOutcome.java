package io.github.leasewarden.reports;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a release by the agent ended. */
public enum ExpiryOutcome {
    /** The resource was released. */
    EXPIRED("expired"),
    /** Its release method threw. */
    FAILED("failed"),
    /** Its release method did not end before the deadline. */
    TIMEOUT("timeout");

    private final String label;

    ExpiryOutcome(String label) {
        this.label = label;
    }

    /** The name in JSON. */
    @JsonValue
    public String label() {
        return label;
    }
}
