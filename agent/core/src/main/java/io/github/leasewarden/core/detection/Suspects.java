package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.PoolSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns findings into ranked suspects: sites with proof, accumulating sites, then classes, threads and pools. */
final class Suspects {
    private Suspects() {}

    static List<Suspect> of(Findings findings) {
        List<Suspect> unranked = new ArrayList<>();
        for (SiteGrowth site : findings.sites()) {
            unranked.add(site(site, growthOf(site.now().className(), findings.classes())));
        }
        if (findings.classesCount()) {
            findings.classes().stream()
                    .filter(growth -> !explained(growth, findings.sites()))
                    .forEach(growth -> unranked.add(ofClass(growth)));
        }
        if (findings.threadsGrow()) {
            unranked.add(threads(findings.offHeap()));
        }
        findings.pools().forEach(pool -> unranked.add(pool(pool)));
        List<Suspect> ranked = new ArrayList<>();
        unranked.forEach(suspect -> ranked.add(suspect.ranked(ranked.size() + 1)));
        return ranked;
    }

    private static Suspect site(SiteGrowth site, Optional<ClassGrowth> growth) {
        List<String> evidence = new ArrayList<>(site.evidence());
        growth.ifPresent(sameClass -> evidence.add(sameClass.sentence()));
        return new Suspect(
                0,
                site.now().fingerprint(),
                Suspect.Type.SITE,
                site.now().kind(),
                site.now().rule(),
                site.now().className(),
                null,
                site.now().unreleased(),
                site.growthPerMinute(),
                growth.map(ClassGrowth::bytes).orElse(null),
                site.now().frames(),
                evidence,
                site.confidence());
    }

    private static Suspect ofClass(ClassGrowth growth) {
        return new Suspect(
                0,
                Fingerprint.of(Suspect.Type.CLASS, growth.className()),
                Suspect.Type.CLASS,
                "class",
                "class-census",
                growth.className(),
                null,
                growth.instances(),
                growth.perMinute(),
                growth.bytes(),
                List.of(),
                List.of(growth.sentence()),
                growth.live() ? 0.6 : 0.3);
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

    private static Optional<ClassGrowth> growthOf(@Nullable String className, List<ClassGrowth> classes) {
        return classes.stream()
                .filter(growth -> growth.className().equals(className))
                .findFirst();
    }

    /** The leases of an accused site are these objects: one suspect, not two. */
    private static boolean explained(ClassGrowth growth, List<SiteGrowth> sites) {
        return sites.stream()
                .anyMatch(site -> growth.className().equals(site.now().className()));
    }
}
