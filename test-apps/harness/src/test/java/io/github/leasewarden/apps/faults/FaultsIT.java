package io.github.leasewarden.apps.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.Jdk;
import io.github.leasewarden.apps.harness.RunningApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of {@code docs/safety.md} that need a JVM of their own. */
class FaultsIT {
    /** 200 in the profile {@code faults}. */
    private static final int COLD_STARTS = Integer.getInteger("leasewarden.cold-starts", 10);

    @TempDir
    Path dir;

    private AppUnderAgent program(Class<?> main, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add(ThingRule.option(dir));
        all.add("sample.interval=1s");
        all.add("report.interval=1s");
        return AppUnderAgent.main(ThingRule.classPath(), main.getName())
                .agent(all.toArray(String[]::new))
                .deadline(Duration.ofMinutes(3));
    }

    private static long number(AppRun run, String label) {
        return run.stdout()
                .lines()
                .filter(line -> line.startsWith(label))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(run.toString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theAgentIsNotALeak(int jdk) throws IOException {
        AppRun run = program(ChurnMain.class)
                .on(Jdk.require(jdk))
                .run()
                .assertSuccess()
                .assertNoHarm();
        String objects = run.stdout().lines().findFirst().orElseThrow();
        long before = Long.parseLong(objects.split(" ")[2]);
        assertThat(number(run, "agent objects")).as(objects).isLessThanOrEqualTo(before + before / 100 + 50);
        assertThat(number(run, "heap bytes grown")).isLessThan(1 << 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aMillionLeasesDueAtOnceAreReleasedAtTheRateThatWasSet(int jdk) throws IOException {
        AppRun run = program(MillionMain.class, "mode=strict", "ttl.thing=3s", "expiry.rate=100")
                .jvmArgs("-Xmx1g")
                .args("1000000", "400", "120")
                .on(Jdk.require(jdk))
                .run()
                .assertSuccess()
                .assertNoHarm();
        // a Thing of 16 bytes with its field, a reference in the list, the lease
        assertThat(number(run, "bytes each")).isLessThanOrEqualTo(96 + 16 + 8 + 8);
        // the program prints its 99th percentile too, for docs/safety.md: a busy machine's timing is no test
        assertThat(number(run, "closed by somebody"))
                .isGreaterThanOrEqualTo(400)
                .as("a second's worth may be saved up")
                .isLessThanOrEqualTo(100 + number(run, "lived millis") / 10);
    }

    @Test
    void whatIsInUseIsNeverExpired() throws IOException {
        AppRun run = program(BusyMain.class, "mode=strict", "ttl.thing=1s")
                .args("10")
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(number(run, "closed by somebody")).isZero();
        assertThat(run.report().path("falsePositives")).isEmpty();
    }

    @Test
    void aStoppedJvmExpiresNothingWhenItGoesOn() throws Exception {
        assumeTrue(Path.of("/proc").toFile().isDirectory(), "needs SIGSTOP");
        RunningApp app = program(BusyMain.class, "mode=strict", "ttl.thing=2s")
                .args("12")
                .start();
        Thread.sleep(4_000);
        signal("STOP", app.pid());
        Thread.sleep(6_000);
        signal("CONT", app.pid());
        AppRun run = app.await().assertSuccess().assertNoHarm();
        assertThat(number(run, "closed by somebody")).isZero();
        assertThat(run.report().path("expiries")).isEmpty();
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void redeployedClassLoadersAreUnloadedAndParallelLoadingDoesNotDeadlock(int jdk) throws IOException {
        AppRun run = program(ReloadMain.class)
                .args("300")
                .on(Jdk.require(jdk))
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).isEqualTo("loaders alive: none but the last\n");
        JsonNode lease = run.report().path("leases").get(0);
        assertThat(lease.path("opened").asInt()).isEqualTo(600);
        assertThat(lease.path("released").asInt()).isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void coldStartsWithFullVerificationRaiseNoLinkageError(int jdk) throws IOException {
        Jdk required = Jdk.require(jdk);
        for (int i = 0; i < COLD_STARTS; i++) {
            AppRun run = program(BusyMain.class)
                    .jvmArgs("-Xverify:all")
                    .args("0")
                    .on(required)
                    .run()
                    .assertSuccess();
            assertThat(run.stderr()).doesNotContain("Error").doesNotContain("left as it is");
        }
    }
}
