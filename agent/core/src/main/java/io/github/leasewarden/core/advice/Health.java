package io.github.leasewarden.core.advice;

import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.pressure.AlertSource;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.ContainerSample;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.PoolSample;
import io.github.leasewarden.instrumentation.weave.RuleLedger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number for a dashboard, and why. It starts at 100, and every reason takes something off; what is not known yet takes a little, because
 * unknown is not healthy. Immutable.
 *
 * @param score 0 to 100
 * @param reasons sentences, the heaviest first; empty only at 100
 */
public record Health(int score, List<String> reasons) {
    /** From here on all is well. */
    private static final int OK = 80;

    private static final int DEGRADED = 50;

    public Health {
        reasons = List.copyOf(reasons);
    }

    /** {@code ok}, {@code degraded} or {@code bad}. */
    public String status() {
        return score >= OK ? "ok" : score >= DEGRADED ? "degraded" : "bad";
    }

    /** What takes points. */
    private record Loss(int points, String reason) {}

    /**
     * @param warn share of the heap after a collection that is a warning
     * @param critical share that is critical
     * @param selfTestProblem null if the agent's self-test went well
     * @param hanging the look of the agent that does not come back, in one sentence; null while all do
     * @param off whether the agent was switched off
     */
    public static Health of(
            Observation seen,
            double warn,
            double critical,
            @Nullable String selfTestProblem,
            @Nullable String hanging,
            boolean off) {
        List<Loss> losses = new ArrayList<>();
        if (off) {
            losses.add(new Loss(60, "The agent is switched off: nothing is watched any more."));
        } else if (hanging != null) {
            losses.add(new Loss(60, hanging));
        }
        if (selfTestProblem != null) {
            losses.add(new Loss(40, "The agent's self-test failed: " + selfTestProblem + "."));
        }
        verdict(seen, losses);
        heap(seen, warn, critical, losses);
        container(seen, losses);
        pools(seen, losses);
        agent(seen, losses);
        losses.sort((one, other) -> other.points() - one.points());
        int lost = losses.stream().mapToInt(Loss::points).sum();
        return new Health(
                Math.max(0, 100 - lost), losses.stream().map(Loss::reason).toList());
    }

    private static void verdict(Observation seen, List<Loss> losses) {
        Verdict verdict = seen.verdict();
        switch (verdict.state()) {
            case LEAK -> losses.add(new Loss(40, verdict.reason()));
            case GROWING -> losses.add(new Loss(15, verdict.reason()));
            case NOT_ENOUGH_DATA -> losses.add(new Loss(5, "No verdict yet: " + verdict.reason()));
            case STEADY -> {}
        }
    }

    private static void heap(Observation seen, double warn, double critical, List<Loss> losses) {
        List<HeapSample> heap = seen.evidence().heap();
        long max = seen.evidence().maxHeapBytes();
        if (heap.isEmpty() || max <= 0) {
            return;
        }
        double share = (double) heap.get(heap.size() - 1).usedAfterGcBytes() / max;
        if (share >= warn) {
            losses.add(new Loss(
                    share >= critical ? 40 : 20,
                    Math.round(share * 100) + " % of the heap is in use after the newest collection."));
        }
    }

    /** As the alert stands: its thresholds and its hysteresis. */
    private static void container(Observation seen, List<Loss> losses) {
        Alerts.Level level = seen.totals().standing().getOrDefault(AlertSource.CONTAINER, Alerts.Level.INFO);
        ContainerSample last = Evidence.newest(seen.evidence().container());
        if (level == Alerts.Level.INFO || last == null) {
            return;
        }
        losses.add(new Loss(
                level == Alerts.Level.CRITICAL ? 40 : 20,
                100 * last.usedBytes() / last.limitBytes()
                        + " % of the container's memory limit is in use, whatever the heap says."));
    }

    private static void pools(Observation seen, List<Loss> losses) {
        for (PoolSample pool : seen.evidence().pools()) {
            if (pool.exhausted()) {
                losses.add(
                        new Loss(20, "All " + pool.max() + " connections of a pool are in use (" + pool.rule() + ")."));
                return;
            }
        }
    }

    private static void agent(Observation seen, List<Loss> losses) {
        int mistakes = seen.leases().falsePositives().size();
        if (mistakes > 0) {
            losses.add(new Loss(10, mistakes + " expired leases were used again; their sites are only observed now."));
        }
        long failed = seen.leases().leases().stream()
                .mapToLong(lease -> lease.failed())
                .sum();
        if (failed > 0) {
            losses.add(new Loss(5, failed + " releases by the agent failed."));
        }
        if (seen.agent().cost().suppressedErrors() > 0) {
            losses.add(new Loss(
                    10,
                    "Hooks failed " + seen.agent().cost().suppressedErrors() + " times; applications did not notice."));
        }
        if (seen.agent().cost().droppedLeases() > 0) {
            losses.add(new Loss(
                    10,
                    seen.agent().cost().droppedLeases() + " leases were not tracked, because leases.max was reached."));
        }
        long off = seen.rules().stream().filter(RuleLedger.Entry::off).count();
        if (off > 0) {
            losses.add(new Loss(10, off + " rules are off, because a method they name is missing."));
        }
    }
}
