package io.github.leasewarden.core.jfr;

import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.HeapSample;
import java.util.List;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

@Name("leasewarden.Verdict")
@Label("Verdict")
@Category({"Leasewarden"})
@Description("What the agent thinks of the heap and the leases, at every look")
@StackTrace(false)
final class VerdictEvent extends Event {
    @Label("State")
    @Description("leak, growing, steady or not-enough-data")
    @Nullable
    String state;

    @Label("Reason")
    @Nullable
    String reason;

    @Label("Confidence")
    @Percentage
    double confidence;

    @Label("Heap Growth per Second")
    @Description("Slope of the heap's floors after collections, in one second")
    @DataAmount
    long growthPerSecond;

    @Label("Heap After GC")
    @Description("Heap in use after the last collection; -1 before the first")
    @DataAmount
    long heapAfterGc;

    @Label("Time to Exhaustion")
    @Description("Until the heap is full at this slope; -1 if it does not grow")
    @Timespan(Timespan.SECONDS)
    long timeToExhaustion;

    @Label("Open Leases")
    long openLeases;

    static void emit(Observation seen) {
        VerdictEvent event = new VerdictEvent();
        if (event.isEnabled()) {
            Verdict verdict = seen.verdict();
            List<HeapSample> heap = seen.evidence().heap();
            Double left = verdict.secondsToExhaustion();
            event.state = verdict.state().label();
            event.reason = verdict.reason();
            event.confidence = verdict.confidence();
            event.growthPerSecond = Math.round(verdict.slopeBytesPerSecond());
            event.heapAfterGc = heap.isEmpty() ? -1 : heap.get(heap.size() - 1).usedAfterGcBytes();
            event.timeToExhaustion = left == null ? -1 : Math.round(left);
            event.openLeases = seen.leases().leases().stream()
                    .mapToLong(lease -> lease.open())
                    .sum();
            event.commit();
        }
    }
}
