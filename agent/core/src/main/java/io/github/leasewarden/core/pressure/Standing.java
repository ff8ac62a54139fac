package io.github.leasewarden.core.pressure;

import io.github.leasewarden.core.pressure.Alerts.Level;
import org.jspecify.annotations.Nullable;

/** The level a source stands at. Worse is news, over is news, a little better is not. One thread. */
final class Standing {
    private Level level = Level.INFO;

    Level level() {
        return level;
    }

    /**
     * Moves to a level.
     *
     * @param text what to say, without "back to normal"
     */
    AlertRule.@Nullable News moveTo(Level next, String text) {
        Level before = level;
        level = next;
        if (next.compareTo(before) > 0) {
            return new AlertRule.News(next, text);
        }
        return next == Level.INFO && before != Level.INFO
                ? new AlertRule.News(Level.INFO, "back to normal: " + text)
                : null;
    }
}
