package io.github.leasewarden.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.sampling.PoolDemand;
import io.github.leasewarden.core.sampling.PoolDemand.Holder;
import io.github.leasewarden.core.sampling.PoolSample;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolDiagnosisTest {
    private static final String SETTING = "neo4j.pool.max";

    private static PoolSample pool(int inUse, int waiting, Holder... holders) {
        return new PoolSample("neo4j.pool.bolt", "db:7687", 20, inUse, 20)
                .withDemand(new PoolDemand(waiting, 55, List.of(holders)));
    }

    private static Holder holder(String line, int busy, int idle, long idleMillis) {
        return new Holder("0123456789ab", List.of("com.acme." + line), busy, idle, idleMillis);
    }

    @Test
    void connectionsHeldIdlyAreALeakNamedByItsLine() {
        PoolDiagnosis diagnosis = PoolDiagnosis.of(
                pool(20, 3, holder("Orders.save:12", 1, 17, 45_000), holder("Stock.read:7", 2, 0, 0)), SETTING, 100L);
        assertThat(diagnosis.isLeak()).isTrue();
        assertThat(diagnosis.sentence())
                .isEqualTo(
                        "All 20 connections to db:7687 are in use and 3 calls wait for one. 17 are held by sessions that do not"
                                + " use them: 17 opened at com.acme.Orders.save:12 (not used for up to 45 s). They are leaked, or a"
                                + " transaction stays open while something else is done.");
    }

    @Test
    void aBusyPoolThatWeLimitedSaysWhichSettingToRaiseAndToWhat() {
        PoolDiagnosis diagnosis = PoolDiagnosis.of(pool(20, 1, holder("Orders.save:12", 19, 1, 6_000)), SETTING, 100L);
        assertThat(diagnosis.isLeak()).isFalse();
        assertThat(diagnosis.sentence())
                .startsWith("All 20 connections to db:7687 are in use and 1 call waits for one. ")
                .contains("most for com.acme.Orders.save:12 (19)")
                .contains("up to 55 were in use or wanted")
                .endsWith("it lowered 100 to 20; set neo4j.pool.max=55 or more, or off.");
        assertThat(PoolDiagnosis.of(pool(20, 1, holder("A.b:1", 20, 0, 0)), SETTING, -1L)
                        .sentence())
                .contains("it lowered no limit to 20;");
    }

    @Test
    void aBusyPoolThatWeDidNotLimitIsNotBlamedOnUs() {
        assertThat(PoolDiagnosis.of(pool(20, 1, holder("A.b:1", 20, 0, 0)), null, null)
                        .sentence())
                .endsWith("The pool's own limit is too low for this service, or its queries are too slow.");
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        assertThat(PoolDiagnosis.of(pool(19, 0, holder("A.b:1", 19, 0, 0)), SETTING, 100L))
                .as("something is left")
                .isNull();
        assertThat(PoolDiagnosis.of(pool(20, 0), SETTING, 100L))
                .as("nobody is known to hold anything")
                .isNull();
        assertThat(PoolDiagnosis.of(new PoolSample("neo4j.pool.bolt", "db", 20, 20, 20), SETTING, 100L))
                .isNull();
    }
}
