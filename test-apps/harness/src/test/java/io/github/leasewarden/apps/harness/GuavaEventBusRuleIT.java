package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.Seen.Counts;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code guava-eventbus.json} against Guava 33. That owners end subscribers: {@link WebSocketRulesIT}. */
class GuavaEventBusRuleIT {
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void countsSubscribersAsTheBusDoes(int jdk) {
        AppRun run = RuleScenario.of("guava.Orders", Jdk.require(jdk), "mode=strict", "ttl.listener=1s")
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(run.stdout()).isEqualTo("stranger: refused\nheard: 60\n");
        Map<String, Counts> sites =
                Seen.lastOf(run).assertActive("guava.eventbus").sites("guava.eventbus");
        // three buses are dropped with their subscribers: open, or collected if there was a collection
        assertThat(sites.get("Orders.forget").opened()).isEqualTo(6);
        assertThat(sites.get("Orders.forget").released()).isZero();
        assertThat(sites.get("Orders.forget").open()).isBetween(3L, 6L);
        assertThat(sites.get("Orders.comeAndGo")).isEqualTo(Counts.of(3, 3, 0));
        assertThat(sites.get("Orders.comeTwiceGoOnce")).isEqualTo(Counts.of(1, 1, 0));
        assertThat(sites).doesNotContainKey("Orders.stranger").hasSize(3);
    }
}
