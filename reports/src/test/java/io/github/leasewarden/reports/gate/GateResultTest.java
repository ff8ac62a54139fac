package io.github.leasewarden.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.SuspectType;
import io.github.leasewarden.reports.VerdictState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateResultTest {
    @Test
    void withoutABaselineEveryLeakIsNew() {
        GateResult result = GateResult.of(Gates.leaking(), Baseline.EMPTY);
        assertThat(result.fresh()).extracting(Finding::fingerprint).containsExactly("site1", "class1", "site2");
        assertThat(result.fails()).isTrue();
    }

    @Test
    void whatTheBaselineKnowsDoesNotFail() {
        Baseline baseline = GateResult.of(Gates.leaking(), Baseline.EMPTY).toBaseline();
        GateResult result = GateResult.of(Gates.leaking(), baseline);
        assertThat(result.fresh()).isEmpty();
        assertThat(result.known()).hasSize(3);
        assertThat(result.fails()).isFalse();
    }

    @Test
    void aLeakBesideKnownOnesFails() {
        LeakReport before = Gates.report(
                VerdictState.LEAK, List.of(Gates.suspect("site1", SuspectType.SITE, Gates.FEED)), List.of());
        GateResult result = GateResult.of(
                Gates.leaking(), GateResult.of(before, Baseline.EMPTY).toBaseline());
        assertThat(result.known()).extracting(Finding::fingerprint).containsExactly("site1");
        assertThat(result.fresh()).extracting(Finding::fingerprint).containsExactly("class1", "site2");
    }

    @Test
    void onlyALineThatWasRunCanBeFixed() {
        Baseline baseline = GateResult.of(Gates.leaking(), Baseline.EMPTY).toBaseline();
        LeakReport after =
                Gates.report(VerdictState.STEADY, List.of(), List.of(Gates.lease("site1", 0, Map.of("IDLE", 1L))));
        GateResult result = GateResult.of(after, baseline);
        assertThat(result.fixed()).extracting(Baseline.Known::fingerprint).containsExactly("site1");
        assertThat(result.unseen())
                .extracting(Baseline.Known::fingerprint)
                .containsExactlyInAnyOrder("class1", "site2");
        assertThat(result.fails()).isFalse();
        assertThat(result.toBaseline().known())
                .extracting(Baseline.Known::fingerprint)
                .containsExactlyInAnyOrder("class1", "site2");
    }

    @ParameterizedTest
    @EnumSource(
            value = VerdictState.class,
            names = {"STEADY", "GROWING", "NOT_ENOUGH_DATA"})
    void suspectsOfAVerdictThatIsNoLeakDoNotFail(VerdictState state) {
        LeakReport report = Gates.report(state, List.of(Gates.suspect("s", SuspectType.CLASS, List.of())), List.of());
        assertThat(GateResult.of(report, Baseline.EMPTY).fails()).isFalse();
    }

    @Test
    void aLeaseThatOutlivedItsOwnerIsALeakAlthoughTheAgentReleasedIt() {
        LeakReport report =
                Gates.report(VerdictState.STEADY, List.of(), List.of(Gates.lease("s", 0, Map.of("OWNER_CLOSED", 3L))));
        assertThat(GateResult.of(report, Baseline.EMPTY).fresh())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).isEqualTo("3 of 9 subscription leases outlived their owner."));
    }

    @Test
    void idlenessAndExitAreNoProof() {
        LeakReport report = Gates.report(
                VerdictState.STEADY, List.of(), List.of(Gates.lease("s", 0, Map.of("IDLE", 3L, "SHUTDOWN", 2L))));
        assertThat(GateResult.of(report, Baseline.EMPTY).fails()).isFalse();
    }

    @Test
    void aLeakWithoutASuspectIsStillALeakAndCanBeKnown() {
        LeakReport report = Gates.report(VerdictState.LEAK, List.of(), List.of());
        GateResult result = GateResult.of(report, Baseline.EMPTY);
        assertThat(result.fresh())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo("heap"));
        assertThat(GateResult.of(report, result.toBaseline()).fails()).isFalse();
    }

    @Test
    void theTextSaysWhatIsNewKnownFixedAndNotRun() {
        Baseline baseline = new Baseline(
                1,
                List.of(
                        new Baseline.Known("site1", "r", "subscription", "a"),
                        new Baseline.Known("gone", "r", "listener", "b"),
                        new Baseline.Known("mended", "r", "listener", "c")));
        LeakReport report = Gates.report(
                VerdictState.LEAK, Gates.leaking().suspects(), List.of(Gates.lease("mended", 0, Map.of())));
        assertThat(GateText.of(GateResult.of(report, baseline)))
                .containsExactly(
                        "verdict: leak. Subscriptions accumulate.",
                        "new class1 class (class): com.acme.Entry",
                        "     7 open, 2 more every minute.",
                        "known site1 subscription (jdk.submission-publisher): app//com.acme.OrderFeed.subscribe(OrderFeed.java:42)",
                        "     7 open, 2 more every minute.",
                        "fixed mended listener (r): c",
                        "not run gone listener (r): b",
                        "1 new, 1 known, 1 fixed, 1 not run");
    }
}
