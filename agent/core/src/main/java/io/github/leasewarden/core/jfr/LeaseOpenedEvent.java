package io.github.leasewarden.core.jfr;

import io.github.leasewarden.core.lease.SiteCount;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

@Name("leasewarden.LeaseOpened")
@Label("Leases Opened")
@Category({"Leasewarden", "Leases"})
@Description(
        "Leases one line opened since the agent's last look; sampled: lines whose stack was taken, the busiest hundred")
@StackTrace(false)
final class LeaseOpenedEvent extends Event {
    @Label("Kind")
    @Nullable
    String kind;

    @Label("Rule")
    @Nullable
    String rule;

    @Label("Opened At")
    @Description("The application's line that opened them")
    @Nullable
    String site;

    @Label("Handle Class")
    @Nullable
    String handleClass;

    @Label("Opened")
    @Description("Since the agent's last look")
    long opened;

    @Label("Open")
    @Description("Of all that this line opened, now")
    long open;

    static void emit(SiteCount site, long opened) {
        LeaseOpenedEvent event = new LeaseOpenedEvent();
        if (event.isEnabled()) {
            event.kind = site.kind();
            event.rule = site.rule();
            event.site = site.frames().isEmpty() ? null : site.frames().get(0);
            event.handleClass = site.className();
            event.opened = opened;
            event.open = site.open();
            event.commit();
        }
    }
}
