package io.github.leasewarden.core.snapshot;

import io.github.leasewarden.core.sampling.ClassCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What changed between two histograms.
 *
 * @param bytesChange of all classes
 * @param grown classes with more bytes than before, the most grown first
 * @param shrunk classes with fewer, the most shrunk first
 */
public record HistogramDiff(long instancesChange, long bytesChange, List<Change> grown, List<Change> shrunk) {
    /** One class. A class that is in one histogram only counts as zero in the other. */
    public record Change(
            String className,
            long instancesBefore,
            long instancesAfter,
            long instancesChange,
            long bytesBefore,
            long bytesAfter,
            long bytesChange) {}

    private static final ClassCount NOTHING = new ClassCount("", 0, 0);

    public HistogramDiff {
        grown = List.copyOf(grown);
        shrunk = List.copyOf(shrunk);
    }

    /** @param limit most classes in each list */
    public static HistogramDiff between(Histogram before, Histogram after, int limit) {
        Map<String, ClassCount> old = new HashMap<>();
        before.classes().forEach(count -> old.put(count.className(), count));
        List<Change> changes = new ArrayList<>();
        for (ClassCount now : after.classes()) {
            ClassCount then = old.remove(now.className());
            changes.add(change(now.className(), then == null ? NOTHING : then, now));
        }
        old.forEach((className, then) -> changes.add(change(className, then, NOTHING)));
        Comparator<Change> byBytes =
                Comparator.comparingLong(Change::bytesChange).thenComparing(Change::className);
        return new HistogramDiff(
                after.instances() - before.instances(),
                after.bytes() - before.bytes(),
                changes.stream()
                        .filter(change -> change.bytesChange() > 0)
                        .sorted(byBytes.reversed())
                        .limit(limit)
                        .toList(),
                changes.stream()
                        .filter(change -> change.bytesChange() < 0)
                        .sorted(byBytes)
                        .limit(limit)
                        .toList());
    }

    private static Change change(String className, ClassCount then, ClassCount now) {
        return new Change(
                className,
                then.instances(),
                now.instances(),
                now.instances() - then.instances(),
                then.bytes(),
                now.bytes(),
                now.bytes() - then.bytes());
    }
}
