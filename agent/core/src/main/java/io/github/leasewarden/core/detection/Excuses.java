package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.Counted;
import io.github.leasewarden.core.sampling.Keeping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for a class that grows. Caches really do grow; what tells them from a leak is that they slow down, that they let go
 * under pressure, that their code has a limit, or, at last, time.
 */
final class Excuses {
    /** References that come with each instance: one, or one shared by two, or one to a key and one to a value. */
    private static final double LEAST_REFERENCES = 0.5;

    private static final double MOST_REFERENCES = 2.5;

    private static final String SOFT = "java.lang.ref.SoftReference";
    /** What the JDK remembers of a class that was reflected on, each by a soft reference: that comes with the class and holds no instance of it. */
    private static final String REFLECTION = "java.lang.Class$ReflectionData";

    private static final List<String> WEAK = List.of("java.lang.ref.WeakReference", "java.util.WeakHashMap$Entry");
    private static final int ENOUGH_COLLECTIONS = 3;
    private static final int PATIENT_CENSUSES = 4;
    private static final double SHORTEST_SECONDS = 12;
    /** Sound programs that somebody wrote for an exam filled evenly for up to 56 s; a leak that has time can wait. */
    static final double LONGEST_SECONDS = 45;
    /** Share of the time to exhaustion one may wait before saying leak. */
    private static final double PATIENCE = 0.2;
    /** More of both for what is taken out on a condition: it may still come true, as when what is queued falls due. */
    private static final double CONDITION_PATIENCE = 0.4;

    private static final double CONDITION_LONGEST_SECONDS = 50;

    private final HeapGrowth heap;
    private final ClassSeries series;
    private final Evidence evidence;

    private Excuses(HeapGrowth heap, Evidence evidence) {
        this.heap = heap;
        this.series = ClassSeries.of(evidence.classes(), WarmUp.memorableNanos(evidence));
        this.evidence = evidence;
    }

    static List<AccusedClass> examine(List<ClassGrowth> grown, HeapGrowth heap, Evidence evidence) {
        return grown.isEmpty() ? List.of() : new Excuses(heap, evidence).examine(grown);
    }

    private List<AccusedClass> examine(List<ClassGrowth> grown) {
        List<AccusedClass> accused = grown.stream().map(this::examine).toList();
        return accused.stream().map(each -> withCompany(each, accused)).toList();
    }

    private AccusedClass examine(ClassGrowth growth) {
        Keeping keeping = evidence.inspection().keeping(growth.className());
        String elsewhere = Elsewhere.sentence(growth, keeping, series);
        boolean limited = keeping.limit() != null && elsewhere == null;
        return new AccusedClass(growth, keeping, elsewhere, excuse(growth, keeping, limited));
    }

    /** What nobody is known to hold, a lambda for instance, and comes with each instance of what is limited, or may still go on a condition, hangs on that. */
    private AccusedClass withCompany(AccusedClass accused, List<AccusedClass> all) {
        if (accused.excused() || accused.keeping().holder() != null) {
            return accused;
        }
        ClassGrowth growth = accused.growth();
        return all.stream()
                .filter(other -> other.excused()
                        && (other.keeping().limit() != null
                                || other.keeping().soft()
                                || mayWait(growth, other.keeping())))
                .filter(other -> inStep(growth, series.instances(other.growth().className())))
                .findFirst()
                .map(other -> new AccusedClass(
                        growth,
                        accused.keeping(),
                        accused.elsewhere(),
                        Amounts.readable(growth.className()) + " comes with each "
                                + Amounts.readable(other.growth().className()) + ". " + other.excuse()))
                .orElse(accused);
    }

    /** What comes with something that may still go on a condition waits for it, but not beyond the usual: somebody else holds it, of whom nothing is known. */
    private boolean mayWait(ClassGrowth growth, Keeping other) {
        return other.byCondition() && growth.lastedSeconds() < conditionSeconds(secondsLeft(growth));
    }

    private @Nullable String excuse(ClassGrowth growth, Keeping keeping, boolean limited) {
        String held = growth.className() + (keeping.holder() == null ? "" : " in " + keeping.holder());
        if (keeping.soft() || softly(growth)) {
            return held + " is held by soft references, which give way before memory runs out.";
        }
        if (!collected(growth) && weakly(growth)) {
            return held + " is held by weak references and may be garbage.";
        }
        if (limited) {
            return held + " may be a bounded holder that still fills: its code " + keeping.limit() + ".";
        }
        if (growth.ofTheJdk() && !keeping.many()) {
            return Amounts.readable(growth.className()) + " is a class of the JDK, and "
                    + (growth.heldBy() == null
                            ? "no field of the application is known to hold it."
                            : "whether " + growth.heldBy() + ", which holds some, has a limit is not known.");
        }
        OptionalDouble oldest = Turnover.oldestSeconds(growth.className(), series, evidence);
        if (oldest.isPresent()) {
            return String.format(
                    Locale.ROOT,
                    "Of the sampled %s the oldest is %.0f s old: they come and go, there are just more of them at a time.",
                    growth.className(),
                    oldest.getAsDouble());
        }
        if (growth.pace() < Accumulation.SLOWING) {
            return String.format(
                    Locale.ROOT,
                    "The growth of %s slows down (the second half at %.0f %% of the first), as that of a cache does.",
                    growth.className(),
                    100 * growth.pace());
        }
        return patient(growth, keeping)
                ? null
                : growth.className() + " has been watched for " + Amounts.seconds(growth.seconds()) + " in "
                        + growth.censuses() + " censuses only"
                        + (keeping.byCondition() ? "; it is kept in " + keeping.holder() + keeping.words() : "") + ".";
    }

    /** What a collection left, and what grew evenly through several, is not held by weak references alone. */
    private boolean collected(ClassGrowth growth) {
        if (growth.counted() != Counted.REACHABLE) {
            return growth.counted() == Counted.COLLECTED;
        }
        double since = evidence.uptimeNanos() - growth.seconds() * 1e9;
        return evidence.heap().stream()
                        .filter(sample -> sample.old() && sample.uptimeNanos() > since)
                        .count()
                >= ENOUGH_COLLECTIONS;
    }

    private boolean softly(ClassGrowth growth) {
        List<Point> soft = series.instances(SOFT);
        List<Point> reflection = series.instances(REFLECTION);
        List<Point> others = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            others.add(new Point(
                    soft.get(i).seconds(),
                    soft.get(i).value() - reflection.get(i).value()));
        }
        return inStep(growth, others);
    }

    private boolean weakly(ClassGrowth growth) {
        return WEAK.stream().anyMatch(reference -> inStep(growth, series.instances(reference)));
    }

    private boolean inStep(ClassGrowth growth, List<Point> references) {
        int from = series.size() - growth.censuses();
        return Companions.inStep(
                series.instances(growth.className()).subList(from, series.size()),
                references.subList(from, series.size()),
                LEAST_REFERENCES,
                MOST_REFERENCES);
    }

    /** What fills the heap soon is called a leak soon; what has time is watched for longer. */
    private boolean patient(ClassGrowth growth, Keeping keeping) {
        double left = secondsLeft(growth);
        boolean urgent = left < evidence.settings().warmUp().toSeconds();
        if (evidence.uptimeNanos() < WarmUp.endNanos(evidence) && !urgent) {
            return false;
        }
        double required = keeping.byCondition()
                ? Math.max(conditionSeconds(left), PATIENCE * left)
                : between(SHORTEST_SECONDS, PATIENCE * left, LONGEST_SECONDS);
        return growth.censuses() >= PATIENT_CENSUSES && growth.lastedSeconds() >= required;
    }

    private static double conditionSeconds(double left) {
        return between(SHORTEST_SECONDS, CONDITION_PATIENCE * left, CONDITION_LONGEST_SECONDS);
    }

    private static double between(double least, double value, double most) {
        return Math.max(least, Math.min(most, value));
    }

    private double secondsLeft(ClassGrowth growth) {
        double rate = Math.max(growth.bytesPerSecond(), heap.growing() ? heap.slopeBytesPerSecond() : 0);
        double free = evidence.maxHeapBytes() - heap.lastFloorBytes();
        return evidence.maxHeapBytes() <= 0 || rate <= 0 ? Double.MAX_VALUE : Math.max(0, free) / rate;
    }
}
