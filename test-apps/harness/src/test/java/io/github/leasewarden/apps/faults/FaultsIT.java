package io.github.leasewarden.apps.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of {@code docs/safety.md} that need a JVM of their own. */
class FaultsIT {
    private static final int COLD_STARTS = Fault.times("cold-starts", 10);
    private static final int RELOADS = Fault.times("reloads", 300);

    @TempDir
    Path dir;

    private AppUnderAgent program(Class<?> main, String... options) throws IOException {
        return Fault.program(dir, main, options);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theAgentIsNotALeak(int jdk) throws IOException {
        AppRun run = program(ChurnMain.class)
                .on(Jdk.require(jdk))
                .run()
                .assertSuccess()
                .assertNoHarm();
        String objects = Fault.line(run, "agent objects");
        long before = Long.parseLong(objects.split(" ")[2]);
        assertThat(Fault.number(run, "agent objects")).as(objects).isLessThanOrEqualTo(before + before / 100 + 50);
        assertThat(Fault.number(run, "heap bytes grown")).isLessThan(1 << 20);
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
        assertThat(Fault.number(run, "bytes each")).isLessThanOrEqualTo(96 + 16 + 8 + 8);
        // the program prints its 99th percentile too, for docs/safety.md: a busy machine's timing is no test
        assertThat(Fault.number(run, "closed by somebody"))
                .isGreaterThanOrEqualTo(400)
                .as("a second's worth may be saved up")
                .isLessThanOrEqualTo(100 + Fault.number(run, "lived millis") / 10);
    }

    @Test
    void whatIsInUseIsNeverExpired() throws IOException {
        AppRun run = program(BusyMain.class, "mode=strict", "ttl.thing=1s")
                .args("30000", "50", "1000")
                .run()
                .assertSuccess()
                .assertNoHarm();
        // a machine that lets the application stand still for a second makes its things idle, and strict mode releases
        // them
        assertThat(Fault.number(run, "closed although used in time")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"17, platform", "25, platform", "25, virtual"})
    void redeployedClassLoadersAreUnloadedAndParallelLoadingDoesNotDeadlock(int jdk, String threads)
            throws IOException {
        AppRun run = program(ReloadMain.class)
                .args(Integer.toString(RELOADS), threads)
                .on(Jdk.require(jdk))
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).isEqualTo("loaders alive: none but the last\n");
        JsonNode lease = run.report().path("leases").get(0);
        assertThat(lease.path("opened").asInt()).isEqualTo(2 * RELOADS);
        assertThat(lease.path("released").asInt()).isEqualTo(2 * RELOADS);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void coldStartsWithFullVerificationRaiseNoLinkageError(int jdk) throws IOException {
        Jdk required = Jdk.require(jdk);
        for (int i = 0; i < COLD_STARTS; i++) {
            AppRun run = program(BusyMain.class)
                    .jvmArgs("-Xverify:all")
                    .args("0", "50", "1000")
                    .on(required)
                    .run()
                    .assertSuccess();
            assertThat(run.stderr()).doesNotContain("Error").doesNotContain("left as it is");
        }
    }
}
