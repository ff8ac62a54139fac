package io.github.leasewarden.core.pressure;

import io.github.leasewarden.core.pressure.Alerts.Level;
import io.github.leasewarden.core.sampling.GcSample;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Collections that stop the application for too large a share of its time, or once for too long. Collections the agent asked for do not
 * count. Critical at three times the share. Over when the share is a third lower and no long pause was seen within the window.
 */
final class GcAlert implements AlertRule {
    private static final double HYSTERESIS = 2.0 / 3;
    private static final int CRITICAL_TIMES = 3;
    private static final double MOST = 0.9;
    /** A share of less than half a window says little. */
    private static final int LEAST_PART = 2;

    private record Past(long uptimeNanos, Duration pause) {}

    private final AlertSettings settings;
    private final Standing standing = new Standing();
    private final ArrayDeque<Past> window = new ArrayDeque<>();
    private long newestSeen = -1;
    private @Nullable GcSample longPause;

    GcAlert(AlertSettings settings) {
        this.settings = settings;
    }

    @Override
    public AlertSource source() {
        return AlertSource.GC;
    }

    @Override
    public Level level() {
        return standing.level();
    }

    @Override
    public @Nullable News look(Look look) {
        long now = look.evidence().uptimeNanos();
        double share = share(now, look.gc().pause());
        noteLongPause(look, now);
        Level byShare = level(share);
        GcSample pause = longPause;
        if (byShare == Level.INFO && pause != null) {
            return standing.moveTo(
                    Level.WARN,
                    "a collection (" + pause.name() + ", " + pause.cause() + ") stopped the application for "
                            + pause.pause().toMillis() + " ms");
        }
        return standing.moveTo(
                byShare,
                String.format(
                        Locale.ROOT,
                        "collections stopped the application for %.1f %% of the last %d s",
                        share * 100,
                        settings.gcWindow().toSeconds()));
    }

    /** Share of the window spent in pauses; 0 while too little of it was seen. */
    private double share(long now, Duration pause) {
        window.addLast(new Past(now, pause));
        long from = now - settings.gcWindow().toNanos();
        Past oldest = window.getFirst();
        while (window.size() > 2 && oldest.uptimeNanos() < from) {
            window.removeFirst();
            oldest = window.getFirst();
        }
        long span = now - oldest.uptimeNanos();
        return span < settings.gcWindow().toNanos() / LEAST_PART
                ? 0
                : (double) pause.minus(oldest.pause()).toNanos() / span;
    }

    private void noteLongPause(Look look, long now) {
        Duration limit = settings.gcPause();
        if (longPause != null
                && now - longPause.uptimeNanos() > settings.gcWindow().toNanos()) {
            longPause = null;
        }
        long newest = newestSeen;
        for (GcSample sample : look.collections()) {
            newest = Math.max(newest, sample.uptimeNanos());
            boolean fresh = sample.uptimeNanos() > newestSeen;
            if (fresh && !sample.ours() && limit != null && sample.pause().compareTo(limit) > 0) {
                longPause = sample;
            }
        }
        newestSeen = newest;
    }

    private Level level(double share) {
        double warn = settings.gcShare();
        double critical = Math.max(warn, Math.min(MOST, warn * CRITICAL_TIMES));
        Level before = standing.level();
        if (share >= (before == Level.CRITICAL ? critical * HYSTERESIS : critical)) {
            return Level.CRITICAL;
        }
        return share >= (before == Level.INFO ? warn : warn * HYSTERESIS) ? Level.WARN : Level.INFO;
    }
}
