package io.github.leasewarden.core.pressure;

import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.pressure.Alerts.Level;
import org.jspecify.annotations.Nullable;

/** The verdict says leak; critical if the heap will be full within the hour. Over after several looks without that verdict. */
final class LeakAlert implements AlertRule {
    private static final int QUIET_LOOKS = 3;
    private static final double SOON_SECONDS = 3600;

    private final Standing standing = new Standing();
    private int quiet;

    @Override
    public AlertSource source() {
        return AlertSource.LEAK;
    }

    @Override
    public Level level() {
        return standing.level();
    }

    @Override
    public @Nullable News look(Look look) {
        Verdict verdict = look.verdict();
        if (verdict.state() == Verdict.State.LEAK) {
            quiet = 0;
            Double left = verdict.secondsToExhaustion();
            Level level = left != null && left < SOON_SECONDS ? Level.CRITICAL : Level.WARN;
            return standing.moveTo(
                    level,
                    "leak: " + verdict.reason()
                            + (level == Level.CRITICAL ? " The heap will be full within the hour." : ""));
        }
        return ++quiet < QUIET_LOOKS
                ? null
                : standing.moveTo(
                        Level.INFO, "the verdict is " + verdict.state().label());
    }
}
