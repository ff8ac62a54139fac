package io.github.leasewarden.fleet;

import io.github.leasewarden.reports.Fingerprints;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.SiteEntry;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.SuspectType;
import io.github.leasewarden.reports.WouldExpire;
import java.util.List;
import java.util.Map;

/**
 * A place of a simulated service that opens leases, and leaks them from one of its versions to another.
 *
 * @param leaksFrom the first version that leaks, from 0
 * @param leaksUntil the first later one that does not; the same as {@code leaksFrom} if none does
 */
record SimulatedSite(String fingerprint, List<String> frames, int leaksFrom, int leaksUntil) {
    private static final String RULE = "jdk.submission-publisher";
    private static final String KIND = "subscription";

    static SimulatedSite at(String opener, String caller, int leaksFrom, int leaksUntil) {
        List<String> frames = List.of(
                opener + "(" + simpleName(opener) + ".java:42)",
                caller + "(" + simpleName(caller) + ".java:17)",
                "com.acme.platform.Dispatcher.dispatch(Dispatcher.java:88)",
                "java.lang.Thread.run(Thread.java:840)");
        return new SimulatedSite(Fingerprints.of(RULE, KIND, frames), frames, leaksFrom, leaksUntil);
    }

    boolean leaksIn(int version) {
        return version >= leaksFrom && version < leaksUntil;
    }

    SuspectEntry suspect(int rank, long open) {
        return new SuspectEntry(
                rank,
                fingerprint,
                SuspectType.SITE,
                KIND,
                RULE,
                "java.util.concurrent.SubmissionPublisher$BufferedSubscription",
                null,
                open,
                open / 60.0,
                open * 400,
                frames,
                List.of(open + " open, " + open / 60 + " more every minute.", "None was used for half an hour."),
                0.9);
    }

    LeaseEntry leases(boolean leaks, long open) {
        return new LeaseEntry(
                KIND,
                RULE,
                new SiteEntry(fingerprint, frames),
                open * 10,
                leaks ? open * 9 : open * 10 - 3,
                0,
                leaks ? open : 3,
                leaks ? open / 2 : 0,
                0,
                Map.of(),
                0,
                false,
                new WouldExpire(0, leaks ? open / 2 : 0),
                false);
    }

    /** {@code Feed} of {@code com.acme.Feed.open}. */
    private static String simpleName(String method) {
        String type = method.substring(0, method.lastIndexOf('.'));
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
