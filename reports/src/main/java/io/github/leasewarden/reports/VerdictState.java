package io.github.leasewarden.reports;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the agent concludes about the heap. */
public enum VerdictState {
    /** It grows, and a second, independent witness names a cause. */
    LEAK("leak"),
    /** It grows, without a named cause. */
    GROWING("growing"),
    /** Enough was seen, and it does not grow. */
    STEADY("steady"),
    /** Too few collections since warm-up to say anything; this is not {@link #STEADY}. */
    NOT_ENOUGH_DATA("not-enough-data");

    private final String label;

    VerdictState(String label) {
        this.label = label;
    }

    /** The name in JSON and in sentences. */
    @JsonValue
    public String label() {
        return label;
    }
}
