package io.github.leasewarden.core.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.pressure.Alerts.Level;
import io.github.leasewarden.core.sampling.PoolSample;
import org.junit.jupiter.api.Test;

class LeakAndPoolAlertTest {
    private static final PoolSample FULL = new PoolSample("neo4j.pool.bolt", "neo4j://me:secret@db:7687", 20, 20, 20);
    private static final PoolSample FREE = new PoolSample("neo4j.pool.bolt", "neo4j://me:secret@db:7687", 20, 19, 20);
    private static final PoolSample UNKNOWN = new PoolSample("acme", "db:1", null, null, null);

    private final LeakAlert leak = new LeakAlert();
    private final PoolAlert pool = new PoolAlert();
    private final Looks looks = new Looks();

    @Test
    void aLeakIsAWarningAndCriticalIfTheHeapIsFullWithinTheHour() {
        looks.verdict(Looks.verdict(Verdict.State.GROWING, 60.0));
        assertThat(leak.look(looks.next())).isNull();
        looks.verdict(Looks.verdict(Verdict.State.LEAK, 7200.0));
        assertThat(leak.look(looks.next())).isEqualTo(new AlertRule.News(Level.WARN, "leak: Because."));
        looks.verdict(Looks.verdict(Verdict.State.LEAK, 3000.0));
        assertThat(leak.look(looks.next()).level()).isEqualTo(Level.CRITICAL);
        assertThat(leak.look(looks.next())).isNull();
    }

    @Test
    void aVerdictThatWaversIsOneEpisode() {
        looks.verdict(Looks.verdict(Verdict.State.LEAK, null));
        assertThat(leak.look(looks.next())).isNotNull();
        for (int i = 0; i < 5; i++) {
            looks.verdict(Looks.verdict(Verdict.State.GROWING, null));
            assertThat(leak.look(looks.next())).isNull();
            assertThat(leak.look(looks.next())).isNull();
            looks.verdict(Looks.verdict(Verdict.State.LEAK, null));
            assertThat(leak.look(looks.next())).isNull();
        }
        looks.verdict(Looks.verdict(Verdict.State.STEADY, null));
        leak.look(looks.next());
        leak.look(looks.next());
        assertThat(leak.look(looks.next()))
                .isEqualTo(new AlertRule.News(Level.INFO, "back to normal: the verdict is steady"));
    }

    @Test
    void aPoolIsExhaustedAtTheSecondLookAndItsAddressBetraysNothing() {
        assertThat(pool.look(looks.pools(FULL).next())).isNull();
        AlertRule.News news = pool.look(looks.next());
        assertThat(news.level()).isEqualTo(Level.WARN);
        assertThat(news.text())
                .isEqualTo("the pool neo4j.pool.bolt at neo4j://db:7687 has lent out all of its 20 connections");
        assertThat(pool.look(looks.next())).isNull();
        assertThat(pool.look(looks.pools(FREE).next())).isNull();
        assertThat(pool.look(looks.next()).text()).isEqualTo("back to normal: every pool has connections to lend");
    }

    @Test
    void aBusyMomentAndAPoolOfUnknownSizeRaiseNothing() {
        for (int i = 0; i < 5; i++) {
            assertThat(pool.look(looks.pools(FULL, UNKNOWN).next())).isNull();
            assertThat(pool.look(looks.pools(FREE, UNKNOWN).next())).isNull();
        }
    }
}
