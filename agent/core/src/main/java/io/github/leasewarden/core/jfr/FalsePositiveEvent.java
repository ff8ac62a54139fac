package io.github.leasewarden.core.jfr;

import io.github.leasewarden.reports.FalsePositiveEntry;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

@Name("leasewarden.FalsePositive")
@Label("False Positive")
@Category({"Leasewarden", "Leases"})
@Description("The application used a lease that the agent had released; its line is only observed from now on")
@StackTrace(false)
final class FalsePositiveEvent extends Event {
    @Label("Rule")
    @Nullable
    String rule;

    @Label("Opened At")
    @Description("The application's line that opened it")
    @Nullable
    String site;

    @Label("Used At")
    @Description("The application's line that used it")
    @Nullable
    String use;

    static void emit(FalsePositiveEntry entry) {
        FalsePositiveEvent event = new FalsePositiveEvent();
        if (event.isEnabled()) {
            event.rule = entry.rule();
            event.site =
                    entry.openFrames().isEmpty() ? null : entry.openFrames().get(0);
            event.use = entry.useFrames().isEmpty() ? null : entry.useFrames().get(0);
            event.commit();
        }
    }
}
