package io.github.leasewarden.core.advice;

import io.github.leasewarden.core.detection.Suspect;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.lease.ClampLog;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.PoolSample;
import io.github.leasewarden.instrumentation.weave.RuleLedger;
import io.github.leasewarden.reports.FalsePositiveEntry;
import io.github.leasewarden.reports.LeaseEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What an operator could change, each with its evidence. Pure functions of an observation; no suggestion without a figure. */
public final class Suggestions {
    private static final int MOST_SUSPECTS = 5;
    /** Standing still for a tenth of the time is where collections start to cost throughput that users notice. */
    private static final double GC_SHARE = 0.10;

    private Suggestions() {}

    /**
     * The weightiest first.
     *
     * @param warn share of the heap after a collection that is a warning
     * @param gcShare share of the time the JVM stood still for collections, 0..1
     */
    public static List<Suggestion> of(Observation seen, double warn, double gcShare) {
        List<Suggestion> all = new ArrayList<>();
        suspects(seen, all);
        pools(seen, all);
        modes(seen, all);
        disarmed(seen, all);
        rules(seen, all);
        heap(seen, warn, all);
        collections(gcShare, all);
        dropped(seen, all);
        StormSuggestions.add(seen, all);
        all.sort(Comparator.comparingInt(Suggestion::weight).reversed());
        return List.copyOf(all);
    }

    private static void suspects(Observation seen, List<Suggestion> all) {
        for (Suspect suspect : seen.verdict().suspects()) {
            if (suspect.rank() > MOST_SUSPECTS) {
                continue;
            }
            if (suspect.type() == Suspect.Type.SITE && !suspect.frames().isEmpty()) {
                String line = suspect.frames().get(0);
                all.add(new Suggestion(
                        "release-what-is-opened",
                        3,
                        "Release every " + suspect.kind() + " that " + line + " opens.",
                        suspect.evidence(),
                        Suggestion.Change.code(line)));
            } else if (suspect.type() == Suspect.Type.CLASS && suspect.className() != null) {
                all.add(new Suggestion(
                        "find-who-keeps",
                        2,
                        "Find what keeps instances of " + suspect.className()
                                + "; compare two snapshots, then take a heap dump.",
                        suspect.evidence(),
                        Suggestion.Change.code(suspect.className())));
            }
        }
    }

    private static void pools(Observation seen, List<Suggestion> all) {
        boolean leaks = seen.verdict().suspects().stream().anyMatch(suspect -> suspect.type() == Suspect.Type.SITE);
        for (PoolSample pool : seen.evidence().pools()) {
            if (!pool.exhausted() || leaks) {
                // a larger pool only lets a leak take longer
                continue;
            }
            for (ClampLog.Entry clamp : seen.clamps()) {
                if (clamp.setting().endsWith(".pool.max") && pool.max() != null && clamp.to() == pool.max()) {
                    all.add(new Suggestion(
                            "clamp-too-low",
                            3,
                            "The agent limits this pool below what the application asked for, and the pool is full.",
                            List.of(
                                    "All " + pool.max() + " connections to " + pool.rule() + " are in use.",
                                    "The application asked for " + clamp.from() + ", the agent made it " + clamp.to()
                                            + "."),
                            Suggestion.Change.option(
                                    clamp.setting(), Long.toString(clamp.to()), Long.toString(clamp.from()))));
                    break;
                }
            }
        }
    }

    private static void modes(Observation seen, List<Suggestion> all) {
        boolean observing = seen.agent().mode().equals("observe");
        long guard = seen.leases().leases().stream()
                .mapToLong(lease -> lease.wouldExpire().guard())
                .sum();
        if (observing && guard > 0) {
            all.add(new Suggestion(
                    "guard-would-release",
                    2,
                    "Mode guard would release what is provably abandoned; this agent only observes.",
                    List.of("Mode guard would have released " + guard + " leases by now."),
                    Suggestion.Change.option("mode", "observe", "guard")));
        }
        for (LeaseEntry lease : seen.leases().leases()) {
            if (lease.failed() > 0) {
                all.add(new Suggestion(
                        "releases-fail",
                        2,
                        "Releases of this site's leases fail or block; observe it, and release in the application.",
                        List.of(lease.failed() + " releases failed, of " + lease.opened() + " opened leases ("
                                + line(lease) + ")."),
                        Suggestion.Change.option(
                                "mode." + lease.rule(), seen.agent().mode(), "observe")));
            }
        }
    }

    private static void disarmed(Observation seen, List<Suggestion> all) {
        for (FalsePositiveEntry mistake : seen.leases().falsePositives()) {
            String kind = seen.leases().leases().stream()
                    .filter(lease -> lease.site().fingerprint().equals(mistake.site()))
                    .map(LeaseEntry::kind)
                    .findFirst()
                    .orElse("subscription");
            String use = mistake.useFrames().isEmpty()
                    ? mistake.site()
                    : mistake.useFrames().get(0);
            all.add(new Suggestion(
                    "used-after-expiry",
                    3,
                    "A lease was used after the agent released it: its idle time is too short.",
                    List.of("Released at " + mistake.expiredAt() + ", used at " + mistake.usedAt() + " by " + use
                            + "."),
                    Suggestion.Change.option("ttl." + kind, null, "longer than its longest pause")));
        }
    }

    private static void rules(Observation seen, List<Suggestion> all) {
        for (RuleLedger.Entry entry : seen.rules()) {
            if (entry.off()) {
                all.add(new Suggestion(
                        "rule-is-off",
                        2,
                        "Rule " + entry.rule().id() + " does not fit this version of "
                                + entry.rule().library() + ".",
                        entry.problems(),
                        Suggestion.Change.option("rules", null, "a rule file for this version")));
            }
        }
        if (!seen.rules().isEmpty()
                && seen.rules().stream().allMatch(entry -> entry.classes().isEmpty())) {
            all.add(new Suggestion(
                    "nothing-is-tracked",
                    2,
                    "No rule matched any class: either the application uses none of these libraries yet, or it needs"
                            + " rules of its own.",
                    List.of(seen.rules().size() + " rules wait, none matched."),
                    Suggestion.Change.option("rules", null, "a rule file for your own listeners or handles")));
        }
    }

    private static void heap(Observation seen, double warn, List<Suggestion> all) {
        List<HeapSample> heap = seen.evidence().heap();
        long max = seen.evidence().maxHeapBytes();
        if (heap.isEmpty() || max <= 0 || seen.verdict().state() != Verdict.State.STEADY) {
            // a larger heap only lets a leak take longer
            return;
        }
        long used = heap.get(heap.size() - 1).usedAfterGcBytes();
        if ((double) used / max >= warn) {
            all.add(new Suggestion(
                    "heap-too-small",
                    2,
                    "The heap does not grow, it is just small for what the application keeps.",
                    List.of(
                            Math.round(100.0 * used / max) + " % of " + (max >> 20)
                                    + " MiB are in use after a collection.",
                            seen.verdict().reason()),
                    Suggestion.Change.jvm("-Xmx", (2 * used >> 20) + "m")));
        }
    }

    private static void collections(double gcShare, List<Suggestion> all) {
        if (gcShare >= GC_SHARE) {
            all.add(new Suggestion(
                    "collects-too-much",
                    2,
                    "The JVM stands still for collections much of the time: give it more heap, or allocate less; POST"
                            + " /api/memory/profile names who allocates.",
                    List.of(Math.round(gcShare * 100) + " % of the time since start."),
                    Suggestion.Change.jvm("-Xmx", "more than now")));
        }
    }

    private static void dropped(Observation seen, List<Suggestion> all) {
        long dropped = seen.agent().cost().droppedLeases();
        if (dropped > 0) {
            all.add(new Suggestion(
                    "leases-not-tracked",
                    1,
                    "More leases are open than the agent may track.",
                    List.of(dropped + " leases were counted only."),
                    Suggestion.Change.option("leases.max", null, "a larger number; each takes 96 bytes")));
        }
    }

    private static String line(LeaseEntry lease) {
        return lease.site().frames().isEmpty()
                ? lease.site().fingerprint()
                : lease.site().frames().get(0);
    }
}
