package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.Seen.Counts;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code reactor.json} against Reactor 3.8. */
class ReactorRuleIT {
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void countsEveryEndAndDisposesOnlyOfTheIdle(int jdk) {
        AppRun run = RuleScenario.of("reactor.Ticks", Jdk.require(jdk), "mode=strict", "ttl.subscription=2s")
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(run.stdout()).endsWith("quiet: 0\n");
        Seen.lastOf(run)
                .assertActive("reactor.subscriber")
                .assertNoFalsePositive()
                .assertSites(
                        "reactor.subscriber",
                        Map.of(
                                "Ticks.forgetFlux", Counts.of(4, 0, 0).expired("IDLE", 4),
                                "Ticks.forgetMono", Counts.of(4, 0, 0).expired("IDLE", 4),
                                // three places construct one: the constructor is the application's own frame
                                "Ticks$Watcher.<init>", Counts.of(6, 2, 0).expired("IDLE", 4),
                                "Ticks.listen", Counts.of(3, 0, 3),
                                "Ticks.dispose", Counts.of(4, 4, 0),
                                "Ticks.complete", Counts.of(3, 3, 0),
                                "Ticks.fail", Counts.of(4, 4, 0),
                                "Ticks.cancelInside", Counts.of(1, 1, 0)));
    }
}
