package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.Seen.Counts;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code property-change-support.json} against the JDK's own class. That owners end listeners: {@link WebSocketRulesIT}. */
class PropertyChangeRuleIT {
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void countsListenersAsTheBeanDoes(int jdk) {
        AppRun run = RuleScenario.of("beans.Thermometer", Jdk.require(jdk), "mode=strict", "ttl.listener=1s")
                .run()
                .assertSuccess()
                .assertNoHarm();

        // 3 forgotten, 3 of them by name too, 1 of 2 adds, 1 of 2 names
        assertThat(run.stdout()).isEqualTo("listeners: 8, told: 20 null\n");
        Seen.lastOf(run)
                .assertActive("jdk.property-change")
                .assertActive("jdk.property-change.named")
                .assertSites(
                        "jdk.property-change",
                        Map.of(
                                "Thermometer.forget", Counts.of(3, 0, 3),
                                "Thermometer.comeAndGo", Counts.of(3, 3, 0),
                                "Thermometer.comeTwiceGoOnce", Counts.of(2, 1, 1),
                                "Thermometer.shortLived", Counts.of(3, 0, 0).collected(3),
                                // the proxy is one more object that listens, until it is collected
                                "Thermometer.byProxy", Counts.of(1, 0, 0).collected(1)))
                .assertSites(
                        "jdk.property-change.named",
                        Map.of(
                                "Thermometer.forgetNamed", Counts.of(3, 0, 3),
                                "Thermometer.comeAndGoNamed", Counts.of(3, 3, 0),
                                "Thermometer.oneOfTwoNames", Counts.of(2, 1, 1),
                                "Thermometer.byProxy", Counts.of(1, 1, 0)));
    }
}
