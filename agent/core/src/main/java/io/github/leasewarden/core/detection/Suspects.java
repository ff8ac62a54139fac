package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.Inspection;
import io.github.leasewarden.core.sampling.PoolSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns findings into ranked suspects: sites with proof, accumulating sites, classes nothing speaks for, threads, pools, lines that old
 * objects hint at, and at last the classes that grow but have an excuse.
 */
final class Suspects {
    private static final int MOST_HINTS = 3;

    private Suspects() {}

    static List<Suspect> of(Findings findings, Inspection inspection) {
        List<Hint> hints = Hint.of(inspection.oldObjects());
        List<Suspect> unranked = new ArrayList<>();
        for (SiteGrowth site : findings.sites()) {
            unranked.add(site(
                    site,
                    growthOf(site.now().className(), findings.credible()),
                    holder(site.now().className(), hints, inspection)));
        }
        List<AccusedClass> classes = findings.credible().stream()
                .filter(accused -> !explained(accused.growth(), findings.sites()))
                .toList();
        classes.stream()
                .filter(accused -> !accused.excused())
                .forEach(accused -> unranked.add(ofClass(accused, hints)));
        if (findings.threadsGrow()) {
            unranked.add(
                    findings.offHeap().accused().map(Suspects::threads).orElseGet(() -> threads(findings.offHeap())));
        }
        findings.pools().forEach(pool -> unranked.add(pool(pool)));
        if (findings.heap().growing()) {
            if (findings.accused() == null) {
                hints.stream().limit(MOST_HINTS).forEach(hint -> unranked.add(ofHint(hint)));
            }
            classes.stream().filter(AccusedClass::excused).forEach(accused -> unranked.add(ofClass(accused, hints)));
        }
        List<Suspect> ranked = new ArrayList<>();
        unranked.forEach(suspect -> ranked.add(suspect.ranked(ranked.size() + 1)));
        return ranked;
    }

    private static Suspect site(SiteGrowth site, Optional<ClassGrowth> growth, @Nullable String holder) {
        List<String> evidence = new ArrayList<>(site.evidence());
        growth.ifPresent(sameClass -> evidence.add(sameClass.sentence()));
        return new Suspect(
                0,
                site.now().fingerprint(),
                Suspect.Type.SITE,
                site.now().kind(),
                site.now().rule(),
                site.now().className(),
                holder,
                site.now().unreleased(),
                site.growthPerMinute(),
                growth.map(ClassGrowth::bytes).orElse(null),
                site.now().frames(),
                evidence,
                site.confidence());
    }

    /** Declared, or seen on the way from a sampled object to a root. */
    @Nullable
    private static String holder(@Nullable String className, List<Hint> hints, Inspection inspection) {
        if (className == null) {
            return null;
        }
        String declared = inspection.keeping(className).holder();
        return declared != null
                ? declared
                : hints.stream()
                        .filter(hint -> hint.about(className))
                        .findFirst()
                        .map(Hint::holder)
                        .orElse(null);
    }

    private static Suspect ofClass(AccusedClass accused, List<Hint> hints) {
        ClassGrowth growth = accused.growth();
        Optional<Hint> hint =
                hints.stream().filter(each -> each.about(growth.className())).findFirst();
        String declared = accused.keeping().holder();
        String holder = declared != null ? declared : hint.map(Hint::holder).orElse(null);
        List<String> evidence = new ArrayList<>();
        evidence.add(growth.sentence());
        String words = accused.keeping().words();
        if (!words.isEmpty()) {
            evidence.add((growth.heldBy() == null ? "They are kept in " : "A chain leads from one of them to ")
                    + declared + words + ".");
        }
        if (accused.elsewhere() != null) {
            evidence.add(accused.elsewhere());
        }
        if (accused.excuse() != null) {
            evidence.add(accused.excuse());
        }
        hint.ifPresent(each -> evidence.add(each.sentence()));
        double confidence = accused.excused()
                ? 0.2
                : (growth.live() ? 0.6 : 0.3) + (accused.keeping().withoutLimit() ? 0.2 : 0);
        return new Suspect(
                0,
                // a class of the JDK is the same in every leak
                Fingerprint.of(Suspect.Type.CLASS, growth.ofTheJdk() && holder != null ? holder : growth.className()),
                Suspect.Type.CLASS,
                "class",
                "class-census",
                growth.className(),
                holder,
                growth.instances(),
                growth.perMinute(),
                Math.max(growth.bytes(), Math.round(growth.grownBytes())),
                hint.map(Hint::frames).orElse(List.of()),
                evidence,
                confidence);
    }

    /** Where no class of the application grows, the line that allocates what stays is all there is. */
    private static Suspect ofHint(Hint hint) {
        return new Suspect(
                0,
                Fingerprint.of(Suspect.Type.CLASS, withoutLine(hint.frames().get(0))),
                Suspect.Type.CLASS,
                "class",
                "old-objects",
                hint.className(),
                hint.holder(),
                hint.samples(),
                0,
                null,
                hint.frames(),
                List.of(hint.sentence()),
                0.3);
    }

    private static Suspect threads(ThreadGrowth growth) {
        List<String> evidence = new ArrayList<>();
        evidence.add("Threads " + growth.now().pattern() + " rose by " + Math.round(growth.grown()) + " to "
                + growth.now().threads() + " (" + Amounts.perMinute(growth.perMinute()) + ").");
        if (growth.now().asleep() > 0) {
            evidence.add(growth.now().asleep() + " of them used no processor time from one census to the next.");
        }
        List<String> startedBy = growth.now().startedBy();
        List<String> stack = growth.now().frames();
        if (!startedBy.isEmpty() && !stack.isEmpty()) {
            evidence.add("The newest seen to start was started at " + startedBy.get(0) + "; an example is now at "
                    + stack.get(0) + ".");
        }
        return new Suspect(
                0,
                Fingerprint.of(Suspect.Type.THREAD, growth.now().pattern()),
                Suspect.Type.THREAD,
                "thread",
                "thread-census",
                "java.lang.Thread",
                growth.now().pattern(),
                growth.now().threads(),
                growth.perMinute(),
                null,
                startedBy.isEmpty() ? stack : startedBy,
                evidence,
                0.7);
    }

    private static Suspect threads(OffHeapDetector.OffHeapGrowth offHeap) {
        double perMinute = 60 * offHeap.threads().slopePerSecond();
        return new Suspect(
                0,
                Fingerprint.of(Suspect.Type.THREAD, "all"),
                Suspect.Type.THREAD,
                "thread",
                "thread-count",
                "java.lang.Thread",
                null,
                offHeap.threadsNow(),
                perMinute,
                null,
                List.of(),
                List.of("The number of threads rose to " + offHeap.threadsNow() + " (" + Amounts.perMinute(perMinute)
                        + ") and did not come back."),
                0.6);
    }

    private static Suspect pool(PoolSample pool) {
        int inUse = pool.inUse() == null ? 0 : pool.inUse();
        return new Suspect(
                0,
                Fingerprint.of(Suspect.Type.POOL, pool.rule() + ' ' + pool.address()),
                Suspect.Type.POOL,
                "pool",
                pool.rule(),
                null,
                null,
                inUse,
                0,
                null,
                List.of(),
                List.of("All " + pool.max() + " connections of the pool to " + pool.address()
                        + " are in use while sessions accumulate."),
                0.5);
    }

    private static Optional<ClassGrowth> growthOf(@Nullable String className, List<AccusedClass> classes) {
        return classes.stream()
                .map(AccusedClass::growth)
                .filter(growth -> growth.className().equals(className))
                .findFirst();
    }

    /** The leases of an accused site are these objects: one suspect, not two. */
    private static boolean explained(ClassGrowth growth, List<SiteGrowth> sites) {
        return sites.stream()
                .anyMatch(site -> growth.className().equals(site.now().className()));
    }

    /** The line moves whenever somebody edits the file above it. */
    private static String withoutLine(String frame) {
        int parenthesis = frame.indexOf('(');
        return parenthesis < 0 ? frame : frame.substring(0, parenthesis);
    }
}
