package io.github.leasewarden.core.jfr;

import io.github.leasewarden.core.lease.ExpiryEvent;
import java.util.Locale;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

@Name("leasewarden.LeaseExpired")
@Label("Lease Expired")
@Category({"Leasewarden", "Leases"})
@Description("The agent released a lease, or tried to")
@StackTrace(false)
final class LeaseExpiredEvent extends Event {
    @Label("Kind")
    @Nullable
    String kind;

    @Label("Rule")
    @Nullable
    String rule;

    @Label("Cause")
    @Description("Why the agent released it")
    @Nullable
    String cause;

    @Label("Outcome")
    @Description("expired, failed or timeout")
    @Nullable
    String outcome;

    @Label("Opened At")
    @Description("The application's line that opened it")
    @Nullable
    String site;

    @Label("Owner Class")
    @Nullable
    String ownerClass;

    @Label("Idle")
    @Description("Time since its last use")
    @Timespan(Timespan.MILLISECONDS)
    long idle;

    @Label("Sentence")
    @Nullable
    String sentence;

    static void emit(ExpiryEvent expiry) {
        LeaseExpiredEvent event = new LeaseExpiredEvent();
        if (event.isEnabled()) {
            event.kind = expiry.kind();
            event.rule = expiry.rule();
            event.cause = expiry.cause().name();
            event.outcome = expiry.outcome().name().toLowerCase(Locale.ROOT);
            event.site = expiry.siteLine();
            event.ownerClass = expiry.ownerClass();
            event.idle = Math.round(expiry.idleSeconds() * 1000);
            event.sentence = expiry.sentence();
            event.commit();
        }
    }
}
