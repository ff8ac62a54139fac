package io.github.leasewarden.core.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.detection.DetectionSettings;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.HeapGrowth;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.lease.ClampLog;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.Parts;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.PoolSample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    @Test
    void nothingSeenIsNothingToChange() {
        assertThat(Suggestions.of(Parts.none(), 0.7, 0)).isEmpty();
    }

    @Test
    void everySuggestionHasEvidenceAndAPlaceToChange() {
        assertThat(Suggestions.of(Parts.full(), 0.7, 0.3)).isNotEmpty().allSatisfy(suggestion -> {
            assertThat(suggestion.text()).endsWith(".");
            assertThat(suggestion.evidence()).isNotEmpty();
            assertThat(suggestion.change().at()).isNotBlank();
        });
    }

    @Test
    void aLeakingSiteIsALineToChange() {
        Suggestion first = find(Parts.full(), "release-what-is-opened").orElseThrow();
        assertThat(first.weight()).isEqualTo(3);
        assertThat(first.change().where()).isEqualTo(Suggestion.Where.CODE);
        assertThat(first.change().at()).contains("OrderFeed.java:42");
    }

    @Test
    void aFullPoolThatWeMadeSmallerMayBeLargerAgain() {
        Suggestion clamp = find(fullPool(Parts.none()), "clamp-too-low").orElseThrow();
        assertThat(clamp.change().at()).isEqualTo("neo4j.pool.max");
        assertThat(clamp.change().to()).isEqualTo("100");
    }

    @Test
    void aFullPoolOfALeakingApplicationStaysSmall() {
        assertThat(find(fullPool(Parts.full()), "clamp-too-low")).isEmpty();
    }

    @Test
    void aReconnectStormIsForTheApplicationToStopOrForTheAgentToDelay() {
        Suggestion storm = find(Parts.storm(), "reconnect-storm").orElseThrow();
        assertThat(storm.text()).contains("chat.acme.com:443");
        assertThat(storm.change().at()).isEqualTo("reconnect.guard");
        assertThat(find(Parts.full(), "reconnect-storm"))
                .as("it is delayed already")
                .isEmpty();
    }

    @Test
    void aHeapThatIsFullButDoesNotGrowIsTooSmall() {
        assertThat(find(heap(Verdict.State.STEADY, 90), "heap-too-small"))
                .hasValueSatisfying(
                        suggestion -> assertThat(suggestion.change().at()).isEqualTo("-Xmx"));
        assertThat(find(heap(Verdict.State.STEADY, 50), "heap-too-small")).isEmpty();
        assertThat(find(heap(Verdict.State.GROWING, 90), "heap-too-small")).isEmpty();
        assertThat(find(heap(Verdict.State.NOT_ENOUGH_DATA, 90), "heap-too-small"))
                .isEmpty();
    }

    @Test
    void aLeaseUsedAfterItsExpiryNeedsMoreTime() {
        assertThat(find(Parts.full(), "used-after-expiry")
                        .orElseThrow()
                        .change()
                        .at())
                .isEqualTo("ttl.subscription");
    }

    @Test
    void theWeightiestComesFirst() {
        List<Suggestion> all = Suggestions.of(Parts.full(), 0.7, 0.3);
        assertThat(all).extracting(suggestion -> -suggestion.weight()).isSorted();
    }

    private static Optional<Suggestion> find(Observation seen, String id) {
        return Suggestions.of(seen, 0.7, 0).stream()
                .filter(suggestion -> suggestion.id().equals(id))
                .findFirst();
    }

    private static Observation fullPool(Observation base) {
        return with(
                base,
                base.verdict(),
                base.evidence().withPools(List.of(new PoolSample("neo4j.pool.bolt", "db:7687", 20, 20, 20))),
                List.of(new ClampLog.Entry("neo4j.config", "neo4j.pool.max", 100, 20)));
    }

    private static Observation heap(Verdict.State state, int percent) {
        Verdict verdict = new Verdict(state, "So it is.", HeapGrowth.State.STEADY, 0, 0.9, null, 40, List.of());
        Evidence evidence = Evidence.none(DetectionSettings.DEFAULTS)
                .withHeap(
                        List.of(new HeapSample(Parts.NOON, 1, (long) percent << 20, "G1New", false, false, false)),
                        100 << 20);
        return with(Parts.none(), verdict, evidence, List.of());
    }

    private static Observation with(Observation base, Verdict verdict, Evidence evidence, List<ClampLog.Entry> clamps) {
        return new Observation(
                base.at(),
                base.agent(),
                base.jvm(),
                verdict,
                evidence,
                base.leases(),
                base.expiries(),
                clamps,
                base.alerts(),
                base.rules(),
                base.streams(),
                base.reconnects(),
                base.totals());
    }
}
