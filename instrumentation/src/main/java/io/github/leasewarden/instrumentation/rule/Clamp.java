package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;

/**
 * How a configuration value is limited.
 *
 * @param setting key of the agent's option that holds the limit
 * @param unlimited which values mean "no limit" to the library and are therefore clamped too
 * @param isDefault the option is no limit but a default: it counts only where the application asked for none, and a larger value stays
 */
public record Clamp(String setting, Unlimited unlimited, boolean isDefault) implements Serializable {

    /** Values by which a library says "no limit". A value that is absent counts as negative. */
    public enum Unlimited {
        NEGATIVE,
        NOT_POSITIVE
    }

    /** The value the library gets to see, given what the application asked for and a limit of at least 1. */
    public long apply(long asked, long limit) {
        boolean none = unlimited == Unlimited.NEGATIVE ? asked < 0 : asked <= 0;
        return none || (!isDefault && asked > limit) ? limit : asked;
    }
}
