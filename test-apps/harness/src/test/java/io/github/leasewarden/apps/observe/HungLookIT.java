package io.github.leasewarden.apps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.RunningApp;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A look of the agent at the application that hangs keeps neither the last report nor the off switch from coming. */
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

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theFileOffStillSwitchesTheAgentOff(int jdk) throws Exception {
        Path goOn = dir.resolve("go-on");
        try (RunningApp app = Shop.program(HungTillMain.class, jdk, dir, "report.interval=1h")
                .args(goOn.toString())
                .start()) {
            Shop.await("the look to hang", () -> app.stdout().contains("hangs"));
            Files.createFile(Files.createDirectories(app.reportDir()).resolve("off"));
            Shop.await("the off switch", () -> app.stderr().contains("switched off: hooks stopped"));
            Shop.await("the report", () -> !app.reports().isEmpty());
            Files.createFile(goOn);
            AppRun run = app.await().assertSuccess();

            assertThat(run.report().path("agent").path("off").path("reason").asText())
                    .isEqualTo("the file off in the report directory");
        }
    }
}
