package io.github.leasewarden.core.inspection;

import io.github.leasewarden.core.detection.ClassGrowth;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.Grown;
import io.github.leasewarden.core.detection.Suspicion;
import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassHistogram;
import io.github.leasewarden.core.sampling.HeapSampler;
import io.github.leasewarden.core.sampling.History;
import io.github.leasewarden.core.sampling.Inspection;
import io.github.leasewarden.core.sampling.Keeping;
import io.github.leasewarden.core.sampling.OldObjects;
import io.github.leasewarden.core.sampling.ThreadCensus;
import io.github.leasewarden.core.sampling.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks closer where there is suspicion: class censuses, threads by name, the code that keeps what grows, old objects. Everything here
 * costs something, so nothing of it happens without a reason. Used by one thread.
 */
public final class Inquiry {
    private static final int CENSUSES = 32;
    /** Pauses from here on are told in the report. */
    private static final Duration REMARKABLE_PAUSE = Duration.ofMillis(50);

    private final HeapSampler sampler;
    private final Histograms histograms;
    private final Keepers keepers;
    private final Threads threads;
    private final OldObjects oldObjects;
    private final CensusPlan plan = new CensusPlan();
    private final History<ThreadCensus> threadCensuses = History.thinning(CENSUSES);
    private final Map<String, Keeping> keeping = new HashMap<>();
    private OldObjects.@Nullable Found survivors;
    private Duration longestPause = Duration.ZERO;
    private Duration mostWork = Duration.ZERO;
    private @Nullable String refused;
    private @Nullable String gap;

    public Inquiry(
            HeapSampler sampler, Histograms histograms, Keepers keepers, Threads threads, OldObjects oldObjects) {
        this.sampler = sampler;
        this.histograms = histograms;
        this.keepers = keepers;
        this.threads = threads;
        this.oldObjects = oldObjects;
    }

    /**
     * Adds to the evidence what was and is found by looking closer.
     *
     * @param evidence all the rest
     * @param mayPause whether the application may be stopped for a moment
     */
    public Evidence lookCloser(Evidence evidence, boolean mayPause) {
        Evidence known = evidence.withClasses(histograms.list()).withInspection(inspection());
        Suspicion suspicion = Suspicion.of(known);
        if (mayPause) {
            gap = sampler.gap(); // at exit JFR ends before we do
        }
        Duration maxPause = histograms.maxPause();
        if (mayPause && maxPause != null && plan.due(suspicion, evidence.uptimeNanos())) {
            threadCensuses.add(threads.census());
            takeCensus(evidence.uptimeNanos());
            known = known.withClasses(histograms.list());
            readCode(known);
        }
        if (mayPause
                && maxPause != null
                && suspicion == Suspicion.SUSPECT
                && (!histograms.list().isEmpty() || refused != null)) {
            sampler.needJfr();
            oldObjects
                    .take(evidence.uptimeNanos(), sampler.judgedNanos(), level(known), maxPause)
                    .ifPresent(this::remember);
        }
        return known.withInspection(inspection());
    }

    private void takeCensus(long uptimeNanos) {
        ClassHistogram.Result result = histograms.take();
        if (result instanceof ClassHistogram.Result.Taken taken) {
            plan.taken(uptimeNanos, taken.census().work(), taken.collecting());
            paused(taken.census().pause(), taken.census().work());
            refused = null;
        } else if (result instanceof ClassHistogram.Result.Refused no) {
            plan.taken(uptimeNanos, Duration.ZERO, Duration.ZERO);
            refused = no.why();
        }
    }

    private void readCode(Evidence known) {
        Map<String, @Nullable String> unread = new HashMap<>();
        for (ClassGrowth growth : Grown.in(known).classes()) {
            if (!keeping.containsKey(growth.className())) {
                unread.put(growth.className(), growth.heldBy());
            }
        }
        if (!unread.isEmpty()) {
            keeping.putAll(keepers.of(unread));
            if (keeping.values().stream().anyMatch(Keeping::afterCollection)) {
                plan.alternate();
            }
        }
    }

    private void remember(OldObjects.Found found) {
        survivors = found;
        paused(found.pause(), found.work());
    }

    private void paused(Duration pause, Duration work) {
        longestPause = pause.compareTo(longestPause) > 0 ? pause : longestPause;
        mostWork = work.compareTo(mostWork) > 0 ? work : mostWork;
    }

    private Inspection inspection() {
        List<String> notes = new ArrayList<>();
        Duration maxPause = histograms.maxPause();
        if (longestPause.compareTo(REMARKABLE_PAUSE) > 0) {
            notes.add("Looking closer stopped the application for up to " + longestPause.toMillis() + " ms"
                    + (maxPause != null && longestPause.compareTo(maxPause) > 0
                            ? ", longer than was expected and than census.max-pause allows"
                            : "")
                    + "; it computed for at most " + mostWork.toMillis() + " ms of that.");
        }
        if (gap != null) {
            notes.add("Not seen: " + gap + ".");
        }
        if (refused != null) {
            notes.add("No closer look: " + refused + ".");
        }
        if (maxPause == null) {
            notes.add("Class censuses are switched off (census.max-pause), so no class can be named.");
        }
        return new Inspection(survivors, threadCensuses.list(), keeping, sampler.recordingSinceNanos(), notes);
    }

    private static long level(Evidence evidence) {
        List<ClassCensus> taken = evidence.classes();
        return taken.isEmpty() ? 0 : taken.get(taken.size() - 1).totalBytes();
    }
}
