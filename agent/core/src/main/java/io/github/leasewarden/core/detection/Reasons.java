package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.LiveSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The verdict in words for somebody who was just woken up: the culprit first, then the heap, then what could not be seen. */
final class Reasons {
    private Reasons() {}

    static String of(Verdict.State state, Findings findings, Evidence evidence) {
        List<String> sentences = new ArrayList<>();
        culprit(state, findings, sentences);
        sentences.addAll(findings.offHeap().memory());
        sentences.add(heap(findings, evidence));
        if (state == Verdict.State.GROWING
                && findings.sites().isEmpty()
                && findings.offHeap().memory().isEmpty()) {
            sentences.add(excuse(findings));
        }
        sentences.addAll(evidence.inspection().notes());
        return String.join(" ", sentences);
    }

    private static void culprit(Verdict.State state, Findings findings, List<String> sentences) {
        if (!findings.sites().isEmpty()) {
            SiteGrowth site = findings.sites().get(0);
            sentences.add(site.where() + " opens " + site.now().kind() + " leases and does not release them: "
                    + site.now().unreleased() + " unreleased, " + Amounts.perMinute(site.growthPerMinute()) + ".");
            sentences.add(secondWitness(state, findings, site));
        }
        AccusedClass accused = findings.accused();
        if (accused != null) {
            sentences.add(accused.growth().sentence());
            if (accused.elsewhere() != null) {
                sentences.add(accused.elsewhere());
            }
            String words = accused.keeping().words();
            if (!words.isEmpty()) {
                sentences.add("They are kept in " + accused.keeping().holder() + words + ".");
            }
        }
        if (findings.threadsGrow()) {
            sentences.add(findings.offHeap()
                    .accused()
                    .map(group -> "Threads " + group.now().pattern() + " keep rising, to "
                            + group.now().threads() + ", " + group.now().asleep() + " of them asleep.")
                    .orElse("The number of threads keeps rising, to "
                            + findings.offHeap().threadsNow() + "."));
        }
        findings.pools()
                .forEach(pool -> sentences.add("The pool to " + pool.address() + " is exhausted (" + pool.inUse()
                        + " of " + pool.max() + " in use)."));
    }

    private static String excuse(Findings findings) {
        return findings.credible().stream()
                .map(AccusedClass::excuse)
                .filter(Objects::nonNull)
                .findFirst()
                .map(excuse -> "No leak yet: " + excuse)
                .orElse("One witness only, so this may still be a cache that fills.");
    }

    private static String secondWitness(Verdict.State state, Findings findings, SiteGrowth site) {
        if (site.now().abandoned() >= site.now().ownersGone() && site.proven()) {
            return site.now().abandoned() + " of them lost their handle to the garbage collector.";
        }
        if (site.proven()) {
            return "The owners of their leases ended " + site.now().ownersGone() + " times without a release.";
        }
        if (site.idleCrowd()) {
            return "Ever more of them are idle past their TTL.";
        }
        return state == Verdict.State.LEAK
                ? "The heap or another counter agrees:"
                : "Nothing else confirms it yet"
                        + (findings.sites().size() > 1
                                ? ", here or at " + (findings.sites().size() - 1) + " other sites."
                                : ".");
    }

    private static String heap(Findings findings, Evidence evidence) {
        HeapGrowth heap = findings.heap();
        LiveSet liveSet = heap.liveSet();
        String level = Amounts.bytes(heap.lastFloorBytes());
        return switch (heap.state()) {
            case GROWING -> growing(heap, evidence);
            case STEADY ->
                "The heap after GC does not grow: about " + level + " over " + liveSet.collections() + " collections"
                        + (heap.confirmed() ? "." : ", though no old collection has confirmed that yet.");
            case NOT_ENOUGH_DATA -> tooFew(liveSet, evidence);
        };
    }

    private static String growing(HeapGrowth heap, Evidence evidence) {
        Double left = heap.secondsToExhaustion(evidence.maxHeapBytes());
        String sentence = "The heap after GC rises " + Amounts.bytesPerMinute(heap.slopeBytesPerSecond()) + " to "
                + Amounts.bytes(heap.lastFloorBytes())
                + (left == null ? "" : " and is full in about " + Amounts.seconds(left)) + ".";
        return switch (heap.liveSet().basis()) {
            case WINDOWS_YOUNG_ONLY ->
                heap.confirmed()
                        ? sentence
                        : sentence + " No old collections confirm it yet, so part of it may be garbage.";
            case WINDOWS_FEW_OLD -> sentence + " Fewer than " + LiveSet.ENOUGH_OLD + " old collections confirm it.";
            default -> sentence;
        };
    }

    private static String tooFew(LiveSet liveSet, Evidence evidence) {
        long left = evidence.settings().warmUp().toSeconds() - evidence.uptimeNanos() / 1_000_000_000L;
        if (left > 0) {
            return "The heap itself has not enough data: its warm-up lasts another " + left + " s.";
        }
        if (liveSet.basis() != LiveSet.Basis.NONE) {
            return "The heap itself has not enough data: it may be rising, but " + liveSet.collections()
                    + " collections do not tell that from chance.";
        }
        return "The heap itself has not enough data: " + liveSet.collections()
                + " comparable collections since the warm-up; a verdict needs " + LiveSet.ENOUGH_OLD + " old ones or "
                + LiveSet.ENOUGH_YOUNG + " of any kind, over at least half the warm-up's time.";
    }
}
