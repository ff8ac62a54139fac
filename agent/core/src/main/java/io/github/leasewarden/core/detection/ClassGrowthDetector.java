package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which application classes grow census after census? Measured in live histograms of a 10 KB/s leak: filtered like this they
 * named exactly the leaked class, and none without a leak; with garbage included, one false class beside it.
 */
public final class ClassGrowthDetector {
    /** JDK classes and arrays grow with whatever holds them: no line of theirs can be fixed. */
    private static final Pattern NOT_THE_APPLICATION =
            Pattern.compile("\\[.*|(java|javax|jdk|sun|com\\.sun|io\\.github\\.leasewarden)\\..*");

    private static final int ENOUGH_CENSUSES = 3;
    private static final int MOST_SUSPECTS = 5;
    private static final long LEAST_INSTANCES = 30;
    private static final double LEAST_SHARE = 0.02;
    /** Each step must grow at no less than this share of the mean rate: filling caches slow down, chance is uneven. */
    private static final double LEAST_EVENNESS = 0.3;

    private ClassGrowthDetector() {}

    /** Most grown bytes first. Live censuses are used if there are enough; the two sorts are never mixed. */
    public static List<ClassGrowth> detect(Evidence evidence) {
        long warm = WarmUp.endNanos(evidence);
        List<ClassCensus> live = select(evidence.classes(), warm, true);
        List<ClassCensus> censuses = live.size() >= ENOUGH_CENSUSES ? live : select(evidence.classes(), warm, false);
        if (censuses.size() < ENOUGH_CENSUSES) {
            return List.of();
        }
        List<Map<String, ClassCount>> tables =
                censuses.stream().map(ClassGrowthDetector::byName).toList();
        List<ClassGrowth> grown = new ArrayList<>();
        for (ClassCount now : censuses.get(censuses.size() - 1).classes()) {
            if (!NOT_THE_APPLICATION.matcher(now.className()).matches()) {
                judge(now, censuses, tables).ifPresent(grown::add);
            }
        }
        grown.sort(Comparator.comparingDouble(ClassGrowthDetector::grownBytes)
                .reversed()
                .thenComparing(ClassGrowth::className));
        return List.copyOf(grown.subList(0, Math.min(MOST_SUSPECTS, grown.size())));
    }

    private static Optional<ClassGrowth> judge(
            ClassCount now, List<ClassCensus> censuses, List<Map<String, ClassCount>> tables) {
        int last = censuses.size() - 1;
        long first = instances(tables.get(0), now.className());
        double seconds = seconds(censuses.get(0), censuses.get(last));
        long grown = now.instances() - first;
        if (seconds <= 0 || grown < Math.max(LEAST_INSTANCES, LEAST_SHARE * first)) {
            return Optional.empty();
        }
        double perSecond = grown / seconds;
        for (int i = 1; i <= last; i++) {
            long step = instances(tables.get(i), now.className()) - instances(tables.get(i - 1), now.className());
            if (step < LEAST_EVENNESS * perSecond * seconds(censuses.get(i - 1), censuses.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new ClassGrowth(
                now.className(),
                now.instances(),
                now.bytes(),
                60 * perSecond,
                grown,
                censuses.size(),
                censuses.get(0).live()));
    }

    private static List<ClassCensus> select(List<ClassCensus> censuses, long fromUptimeNanos, boolean live) {
        return censuses.stream()
                .filter(census -> census.live() == live && census.uptimeNanos() >= fromUptimeNanos)
                .toList();
    }

    private static Map<String, ClassCount> byName(ClassCensus census) {
        Map<String, ClassCount> table = new HashMap<>();
        census.classes().forEach(count -> table.put(count.className(), count));
        return table;
    }

    private static long instances(Map<String, ClassCount> table, String className) {
        ClassCount count = table.get(className);
        return count == null ? 0 : count.instances();
    }

    private static double seconds(ClassCensus from, ClassCensus to) {
        return (to.uptimeNanos() - from.uptimeNanos()) / 1e9;
    }

    private static double grownBytes(ClassGrowth growth) {
        return (double) growth.bytes() / growth.instances() * growth.grown();
    }
}
