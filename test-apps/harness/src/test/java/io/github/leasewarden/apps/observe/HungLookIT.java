package io.github.leasewarden.apps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.leasewarden.apps.harness.AppRun;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known is reported, though the agent's look at the application hangs while the JVM exits. */
class HungLookIT {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theLastReportIsThatOfTheLookBefore(int jdk) throws Exception {
        AppRun run = Shop.program(HungTillMain.class, jdk, dir, "report.interval=1h")
                .run()
                .assertSuccess();

        assertThat(run.stderr())
                .contains(
                        "a look at the application has not ended for 5 s, so the last report is that of the look before")
                .doesNotContain("exits without the last report");
        JsonNode pool = run.report().path("pools").path(0);
        assertThat(pool.path("rule").asText()).as(run.toString()).isEqualTo("shop.till");
        assertThat(pool.path("inUse").asInt()).isEqualTo(2);
    }
}
