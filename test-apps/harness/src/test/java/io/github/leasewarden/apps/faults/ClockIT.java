package io.github.leasewarden.apps.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.RunningApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time that stands still or jumps makes nothing idle. */
class ClockIT {
    private static final List<String> LIBRARIES =
            List.of("/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib/aarch64-linux-gnu/faketime");

    @TempDir
    Path dir;

    @Test
    void aStoppedJvmExpiresNothingWhenItGoesOn() throws Exception {
        try (RunningApp app = Fault.program(dir, BusyMain.class, "mode=strict", "ttl.thing=5s")
                .args("30000", "100", "5000")
                .start()) {
            untilNextReport(app);
            signal("STOP", app.pid());
            Thread.sleep(15_000);
            signal("CONT", app.pid());
            AppRun run = app.await().assertSuccess().assertNoHarm();
            assertThat(Fault.number(run, "closed by somebody")).isZero();
            assertThat(run.report().path("expiries")).isEmpty();
            assertThat(run.stderr()).contains("the JVM stood still for");
        }
    }

    @Test
    void aWallClockThatJumpsTenHoursExpiresNothing() throws Exception {
        Path offset = Files.writeString(dir.resolve("offset"), "+0");
        try (RunningApp app = Fault.program(dir, BusyMain.class, "mode=strict", "ttl.thing=5s")
                .env("LD_PRELOAD", faketime().toString())
                .env("FAKETIME_TIMESTAMP_FILE", offset.toString())
                .env("FAKETIME_NO_CACHE", "1")
                .env("DONT_FAKE_MONOTONIC", "1")
                .env("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                .args("30000", "100", "5000")
                .start()) {
            untilNextReport(app);
            Files.writeString(offset, "+10h");
            untilReportOf(app, Instant.now().plus(Duration.ofHours(9)), Instant.MAX);
            Files.writeString(offset, "-10h");
            untilReportOf(app, Instant.MIN, Instant.now().minus(Duration.ofHours(9)));
            AppRun run = app.await().assertSuccess().assertNoHarm();
            assertThat(Fault.number(run, "closed by somebody")).isZero();
            assertThat(run.report().path("expiries")).isEmpty();
        }
    }

    private static void untilNextReport(RunningApp app) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(app.reportDir().resolve("latest.json")));
    }

    private static void untilReportOf(RunningApp app, Instant after, Instant before) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> app.reports().stream()
                        .map(report -> Instant.parse(report.path("generatedAt").asText()))
                        .anyMatch(at -> at.isAfter(after) && at.isBefore(before)));
    }

    private static Path faketime() {
        Optional<Path> library = LIBRARIES.stream()
                .flatMap(each -> Stream.of(Path.of(each, "libfaketimeMT.so.1")))
                .filter(Files::exists)
                .findFirst();
        if (library.isEmpty()) {
            String message = "SKIPPED: no libfaketime; apt-get install faketime";
            System.err.println(message);
            Assumptions.abort(message);
        }
        return library.orElseThrow();
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
