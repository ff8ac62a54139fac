package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.Seen.Counts;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code submission-publisher.json} against the JDK's own class. */
class SubmissionPublisherRuleIT {
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void countsEveryEndAndCancelsOnlyTheIdle(int jdk) {
        AppRun run = RuleScenario.of("flow.Prices", Jdk.require(jdk), "mode=strict", "ttl.subscription=2s")
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(run.stdout()).endsWith("quiet: 0, busy: 3\n");
        Seen.lastOf(run)
                .assertActive("jdk.submission-publisher")
                .assertNoFalsePositive()
                .assertSites(
                        "jdk.submission-publisher",
                        Map.of(
                                "Prices.forget", Counts.of(4, 0, 0).expired("IDLE", 4),
                                "Prices.listen", Counts.of(3, 0, 3),
                                "Prices.cancel", Counts.of(4, 4, 0),
                                "Prices.completed", Counts.of(1, 1, 0),
                                "Prices.failed", Counts.of(1, 1, 0),
                                "Prices.throwing", Counts.of(1, 1, 0)));
    }
}
