package io.github.leasewarden.core.pressure;

import org.jspecify.annotations.Nullable;

/** Decides when one source of alerts has something to say. Keeps only what its hysteresis needs. One thread. */
interface AlertRule {
    /**
     * News of one look.
     *
     * @param level INFO if an earlier alert is over or cannot be confirmed any more
     */
    record News(Alerts.Level level, String text) {}

    AlertSource source();

    /** Looks, and says what is new; null for nothing. */
    @Nullable
    News look(Look look);

    /** The level it stands at; INFO for none. */
    Alerts.Level level();
}
