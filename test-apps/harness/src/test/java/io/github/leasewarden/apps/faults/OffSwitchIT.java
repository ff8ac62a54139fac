package io.github.leasewarden.apps.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.Jdk;
import io.github.leasewarden.apps.harness.RunningApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file named {@code off} in the report directory takes the agent out of a running application. */
class OffSwitchIT {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theApplicationRunsOnWithoutTheAgent(int jdk) throws Exception {
        try (RunningApp app = Fault.program(dir, SwitchedMain.class, "mode=strict", "ttl.thing=1s")
                .args(dir.resolve("seen").toString(), dir.resolve("continue").toString())
                .on(Jdk.require(jdk))
                .start()) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> Files.exists(dir.resolve("seen")) && Files.isDirectory(app.reportDir()));
            Files.createFile(app.reportDir().resolve("off"));
            await().atMost(Duration.ofMinutes(1)).until(() -> app.stderr().contains("switched off: hooks stopped"));
            Files.createFile(dir.resolve("continue"));
            AppRun run = app.await().assertSuccess().assertNoHarm();

            // the first was forgotten before, the second after: only one of them was anybody's business
            assertThat(run.stdout()).isEqualTo("""
                    closed before: true
                    closed after: false
                    """);
            assertThat(run.stderr()).containsPattern("switched off: hooks stopped, [1-9]\\d* classes restored");
            JsonNode off = run.report().path("agent").path("off");
            assertThat(off.path("reason").asText()).isEqualTo("the file off in the report directory");
            assertThat(off.path("since").asText()).isNotBlank();
            JsonNode thing = Fault.leases(run, "faults.thing");
            assertThat(thing.path("opened").asInt()).isEqualTo(1);
        }
    }
}
