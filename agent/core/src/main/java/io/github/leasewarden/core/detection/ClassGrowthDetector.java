package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.ClassCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which classes of the application grow census after census? Measured in live histograms of a 10 KB/s leak: filtered like this they
 * named exactly the leaked class, and none without a leak; with garbage included, one false class beside it.
 */
public final class ClassGrowthDetector {
    /** JDK classes and arrays grow with whatever holds them: no line of theirs can be fixed. */
    private static final Pattern NOT_THE_APPLICATION = Pattern.compile(
            "\\[.*|(java|javax|jdk|sun|com\\.sun)\\..*|io\\.github\\.leasewarden\\.(?!apps\\.|bench\\.).*");

    /** Those an application may collect by themselves; strings, numbers and the like hang on others more often than not. */
    private static final Pattern OF_THE_JDK =
            Pattern.compile("java\\.(?!lang\\.|nio\\.DirectByteBuffer|util\\.ImmutableCollections).*");

    /** JDK classes that stand for something outside the heap. */
    private static final Set<String> OUTSIDE = Set.of(
            "java.nio.DirectByteBuffer", "java.net.URLClassLoader", "java.util.zip.Inflater", "java.util.zip.Deflater");

    private static final int MOST_SUSPECTS = 8;
    private static final long LEAST_INSTANCES = 30;
    /** Of those that fill the heap. */
    private static final long LEAST_LARGE = 10;

    private static final double LEAST_SHARE = 0.02;
    /** Times the root of their number: by √(2N) two looks at N that come and go by chance, as in a Poisson process, differ in a third of all cases. */
    private static final double CHANCE = 4;
    /** Of what everybody uses, and the agent too, there are some hundred more for no reason, and somebody's arrays seem to come with them. */
    private static final long LEAST_OF_EVERYBODYS = 500;

    private static final double LEAST_SHARE_OF_EVERYBODYS = 0.1;

    private ClassGrowthDetector() {}

    /**
     * Most grown bytes first. Live censuses are used if there are enough; the two sorts are never mixed. Where none of the application grows, those of the
     * JDK that a chain shows to be held by one of its fields.
     */
    public static List<ClassGrowth> detect(Evidence evidence) {
        ClassSeries series = ClassSeries.of(evidence.classes(), WarmUp.memorableNanos(evidence));
        if (series.size() < ClassSeries.ENOUGH_CENSUSES) {
            return List.of();
        }
        List<ClassGrowth> grown = new ArrayList<>();
        for (ClassCount now : series.newest().values()) {
            if (!isOfTheJdk(now.className())) {
                judge(now, series, null, evidence).ifPresent(grown::add);
            }
        }
        if (grown.isEmpty()) {
            Map<String, String> holders = ChainHolders.of(
                    evidence.inspection().oldObjects(),
                    name -> pilesUp(series.instances(name)),
                    name -> Accumulation.of(series.instances(name), ClassSeries.ENOUGH_CENSUSES) != null);
            for (ClassCount now : series.newest().values()) {
                String holder = holders.get(now.className());
                if (holder != null) {
                    judge(now, series, holder, evidence).ifPresent(grown::add);
                }
            }
        }
        return largest(grown);
    }

    private static List<ClassGrowth> largest(List<ClassGrowth> grown) {
        return grown.stream()
                .sorted(Comparator.comparingDouble(ClassGrowth::grownBytes)
                        .reversed()
                        .thenComparing(ClassGrowth::className))
                .limit(MOST_SUSPECTS)
                .toList();
    }

    /**
     * Adds, where no class of the application grows, those of the JDK that explain a good part of what the heap grows by; or, where it is not seen to grow,
     * those that grow by more than is little. Many leaks consist of nothing else. What may hold them is for others to find out.
     */
    static List<ClassGrowth> ofTheJdk(List<ClassGrowth> grown, Evidence evidence, HeapGrowth heap) {
        if (grown.stream().anyMatch(growth -> isApplication(growth.className()))) {
            return grown;
        }
        ClassSeries series = ClassSeries.of(evidence.classes(), WarmUp.memorableNanos(evidence));
        if (series.size() < ClassSeries.ENOUGH_CENSUSES) {
            return grown;
        }
        double little = HeapGrowthDetector.leastBesideClass(evidence);
        List<ClassGrowth> all = new ArrayList<>(grown);
        for (ClassCount now : series.newest().values()) {
            boolean known = grown.stream().anyMatch(growth -> growth.className().equals(now.className()));
            if (!known && OF_THE_JDK.matcher(now.className()).matches()) {
                judge(now, series, null, evidence)
                        .filter(growth -> heap.growing() ? growth.explains(heap) : growth.grownBytes() > little)
                        .ifPresent(all::add);
            }
        }
        return largest(all);
    }

    /** @param name of a class, or what begins with one: a field, a frame */
    static boolean isApplication(String name) {
        return !NOT_THE_APPLICATION.matcher(name).matches();
    }

    /** Neither the application's, nor one that stands for something outside the heap. */
    static boolean isOfTheJdk(String className) {
        return !isApplication(className) && !OUTSIDE.contains(className);
    }

    private static boolean pilesUp(List<Point> instances) {
        return instances.get(instances.size() - 1).value() - instances.get(0).value() >= LEAST_LARGE;
    }

    private static Optional<ClassGrowth> judge(
            ClassCount now, ClassSeries series, @Nullable String heldBy, Evidence evidence) {
        List<Point> points = series.instances(now.className());
        // small arrays come and go for every reason, so what must grow evenly are their bytes
        boolean array = now.className().startsWith("[");
        Accumulation accumulation =
                Accumulation.of(array ? series.bytes(now.className()) : points, ClassSeries.ENOUGH_CENSUSES);
        if (accumulation == null) {
            return Optional.empty();
        }
        int from = accumulation.from();
        double grown = now.instances() - points.get(from).value();
        boolean everybodys = heldBy == null && isOfTheJdk(now.className());
        double leastShare = everybodys ? LEAST_SHARE_OF_EVERYBODYS : LEAST_SHARE;
        double before = points.get(from).value();
        if (grown < Math.max(LEAST_LARGE, Math.max(leastShare * before, CHANCE * Math.sqrt(before)))) {
            return Optional.empty();
        }
        double seconds = Point.span(points.subList(from, points.size()));
        double ownBytes = array ? accumulation.grown() : (double) now.bytes() / now.instances() * grown;
        Companions companions = Companions.of(now.className(), series, from);
        boolean large = evidence.maxHeapBytes() > 0
                && (everybodys ? companions.largeBytes() : companions.bytes())
                        > HeapGrowthDetector.LEAST_GROWTH * evidence.maxHeapBytes();
        boolean many = grown >= (everybodys ? LEAST_OF_EVERYBODYS : LEAST_INSTANCES);
        if (!many && !large && !OUTSIDE.contains(now.className())) {
            return Optional.empty();
        }
        return Optional.of(new ClassGrowth(
                now.className(),
                now.instances(),
                now.bytes(),
                60 * grown / seconds,
                Math.round(grown),
                ownBytes + companions.bytes(),
                companions.words(),
                points.size() - from,
                seconds,
                Point.span(points.subList(from + 1, points.size())),
                accumulation.pace(),
                series.counted(),
                heldBy));
    }
}
