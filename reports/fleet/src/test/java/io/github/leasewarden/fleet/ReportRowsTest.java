package io.github.leasewarden.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.ReportJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportRowsTest {
    private static final LeakReport GOOD = new Simulation(new Simulation.Shape(4, 2, 2, 3, 3, 1, 3)).report(4, 0);

    private final Batch batch = new Batch("live");

    @Test
    void aReportIsAdded() throws Exception {
        batch.add("id", "leak-report-1.json", GOOD);
        assertThat(batch.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
    void aStartThatCannotBeRightIsRefused(String time) throws Exception {
        ObjectNode report = json();
        ((ObjectNode) report.get("jvm")).put("startedAt", time);
        assertRefused(report, time);
    }

    @Test
    void anEndThatCannotBeRightIsRefused() throws Exception {
        String time = "+1000000000-12-31T23:59:59Z";
        assertRefused(json().put("generatedAt", time), time);
    }

    @Test
    void anExpiryThatCannotBeRightIsRefused() throws Exception {
        String time = "+10000-01-01T00:00:00Z";
        ObjectNode report = json();
        report.withArray("expiries")
                .addObject()
                .put("at", time)
                .put("cause", "IDLE")
                .put("rule", "jdk-flow")
                .put("site", "0123456789ab")
                .put("idleSeconds", 1)
                .put("outcome", "expired")
                .put("sentence", "idle 1 min");
        assertRefused(report, time);
    }

    /** With the report's name and the time, and without a trace in the batch. */
    private void assertRefused(ObjectNode json, String time) throws Exception {
        LeakReport report = ReportJson.read(json.toString(), "leak-report-1.json");
        assertThatThrownBy(() -> batch.add("id", "leak-report-1.json", report))
                .isInstanceOf(ReportRefused.class)
                .hasMessageStartingWith("leak-report-1.json")
                .hasMessageContaining(time);
        assertThat(batch.size()).isZero();
        assertThat(batch.parameters(Batch.Part.VERSIONS)).isEmpty();
    }

    private static ObjectNode json() throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(ReportJson.write(GOOD));
    }
}
