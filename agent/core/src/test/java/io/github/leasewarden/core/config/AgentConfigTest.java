package io.github.leasewarden.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.lease.LeaseSettings;
import io.github.leasewarden.core.lease.Mode;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgentConfigTest {

    @Test
    void withoutOptionsNothingIsWarnedOfAndTheContractsDefaultsHold() {
        Given given = Given.nothing();
        AgentConfig config = given.read();
        assertThat(given.warnings()).isEmpty();
        assertThat(config.mode()).isEqualTo(Mode.GUARD);
        LeaseSettings promised = LeaseSettings.defaults();
        assertThat(config.leases())
                .usingRecursiveComparison()
                .ignoringFields("limits")
                .isEqualTo(promised);
        assertThat(config.leases().limits())
                .isEqualTo(Map.of(
                        "neo4j.pool.max", 20L,
                        "neo4j.pool.lifetime", 1_800_000L,
                        "neo4j.pool.acquisition", 60_000L,
                        "neo4j.fetch-size", 1000L,
                        "neo4j.result.max-rows", 10_000L,
                        "websocket.connect-timeout", 30_000L));
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void everyDefaultIsAValidValue(Setting setting) {
        if (setting.absent() != null) {
            Given given = Given.argument(setting.key() + "=" + setting.absent());
            given.read();
            assertThat(given.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crowd=ten                | option crowd: \"ten\" is not a whole number; using 10",
                "crowd=-3                 | option crowd: \"-3\" is not a whole number; using 10",
                "crowd=1                  | option crowd: \"1\" is not between 2 and 1000000; using 10",
                "crowd=off                | option crowd: \"off\" is not a whole number; using 10",
                "report.keep=0            | option report.keep: \"0\" is not between 1 and 1000000; using 50",
                "report.interval=60       | option report.interval: \"60\" is not a time such as 500ms, 60s, 30m, 12h or 7d; using 60s",
                "report.interval=999ms    | option report.interval: \"999ms\" is not between 1000 ms and 86400000 ms; using 60s",
                "report.interval=off      | option report.interval: \"off\" is not a time such as 500ms, 60s, 30m, 12h or 7d; using 60s",
                "heap.warmup=-1s          | option heap.warmup: \"-1s\" is not a time such as 500ms, 60s, 30m, 12h or 7d; using 60s",
                "max-age=999999999999999999d | option max-age: \"999999999999999999d\" is not a time such as 500ms, 60s, 30m, 12h or 7d, or off; using off",
                "report.max-bytes=1TB     | option report.max-bytes: \"1TB\" is not a size such as 64MiB or 1GiB; using 64MiB",
                "report.max-bytes=999999999999999999G | option report.max-bytes: \"999999999999999999G\" is not a size such as 64MiB or 1GiB; using 64MiB",
                "alert.warn=70            | option alert.warn: \"70\" is not a share between 0 and 1, such as 0.70; using 0.70",
                "alert.warn=NaN           | option alert.warn: \"NaN\" is not a share between 0 and 1, such as 0.70; using 0.70",
                "enabled=maybe            | option enabled: \"maybe\" is not true or false; using true",
                "mode=off                 | option mode: \"off\" is not observe, guard or strict; using guard",
                "report.dir=              | option report.dir: \"\" is not a text; using leasewarden-reports",
                "rules=                   | option rules: \"\" is not a text; using none",
                "mode.neo4j.session=mild  | option mode.neo4j.session: \"mild\" is not observe, guard or strict; using none",
                "ttl.websocket=off        | option ttl.websocket: \"off\" is not a time such as 500ms, 60s, 30m, 12h or 7d; using none",
                "ttl.websocket=0s         | option ttl.websocket: \"0s\" is not between 1000 ms and 31536000000 ms; using none",
                "neo4j.pool.max=many      | option neo4j.pool.max: \"many\" is not a whole number, or off; using 20",
            })
    void aBadValueIsNamedInOneLineAndTheDefaultIsUsed(String argument, String warning) {
        Given given = Given.argument(argument.strip());
        AgentConfig config = given.read();
        assertThat(given.warnings()).containsExactly(warning);
        assertThat(config.leases()).isEqualTo(Given.nothing().read().leases());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crwod           | unknown option crwod; it is ignored; did you mean crowd?",
                "reportdir       | unknown option reportdir; it is ignored; did you mean report.dir?",
                "report_dir      | unknown option report_dir; it is ignored; did you mean report.dir?",
                "neo4j.poolmax   | unknown option neo4j.poolmax; it is ignored; did you mean neo4j.pool.max?",
                "owner.patience  | unknown option owner.patience; it is ignored; did you mean owner.grace?",
                "expiry          | unknown option expiry; it is ignored; did you mean expiry.rate?",
                "colour          | unknown option colour; it is ignored",
                "x               | unknown option x; it is ignored",
            })
    void anUnknownKeyIsNamedWithWhatMayBeMeant(String key, String warning) {
        Given given = Given.argument(key + "=1");
        given.read();
        assertThat(given.warnings()).containsExactly(warning);
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, 500",
        "60s, 60000",
        "30m, 1800000",
        "30min, 1800000",
        "12h, 43200000",
        "1d, 86400000",
        "1 H, 3600000"
    })
    void aTimeHasAUnit(String text, long millis) {
        assertThat(Values.duration(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"65536, 65536", "64k, 65536", "64KiB, 65536", "1MB, 1048576", "1GiB, 1073741824", "70000b, 70000"})
    void aSizeCountsInPowersOfTwo(String text, long bytes) {
        assertThat(Values.bytes(text)).isEqualTo(bytes);
    }

    @Test
    void offSwitchesAClampOff() {
        AgentConfig config = Given.argument(
                        "neo4j.pool.max=off,neo4j.pool.lifetime=OFF,neo4j.fetch-size=5,gc.on-pool-pressure=off,"
                                + "websocket.connect-timeout=off,neo4j.result.max-rows=off")
                .read();
        assertThat(config.leases().limits())
                .isEqualTo(Map.of("neo4j.pool.acquisition", 60_000L, "neo4j.fetch-size", 5L));
        assertThat(config.leases().gcOnPoolPressure()).isNull();
    }

    @Test
    void aFolderMayBeCalledOff() {
        assertThat(Given.argument("report.dir=off").read().text(Setting.REPORT_DIR))
                .isEqualTo("off");
    }

    @Test
    void leaseSettingsAreThoseGiven() {
        Given given = Given.argument("mode=strict,mode.neo4j.session=OBSERVE,ttl.stream=5s,ttl.own-kind=2h,max-age=1d,"
                + "crowd=3,leases.max=500,owner.grace=1s,release.deadline=2s,expiry.rate=7,neo4j.rollback-idle=yes,"
                + "gc.on-pool-pressure=9s,neo4j.pool.max=4,neo4j.pool.lifetime=5s,neo4j.pool.acquisition=6s,"
                + "neo4j.fetch-size=8,neo4j.tx-timeout=9s,websocket.connect-timeout=10s,neo4j.result.max-rows=11");
        assertThat(given.read().leases())
                .isEqualTo(new LeaseSettings(
                        Mode.STRICT,
                        Map.of("neo4j.session", Mode.OBSERVE),
                        Map.of("stream", Duration.ofSeconds(5), "own-kind", Duration.ofHours(2)),
                        Duration.ofDays(1),
                        3,
                        Map.of(
                                "neo4j.pool.max", 4L,
                                "neo4j.pool.lifetime", 5_000L,
                                "neo4j.pool.acquisition", 6_000L,
                                "neo4j.fetch-size", 8L,
                                "neo4j.result.max-rows", 11L,
                                "neo4j.tx-timeout", 9_000L,
                                "websocket.connect-timeout", 10_000L),
                        500,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        7,
                        true,
                        Duration.ofSeconds(9)));
        assertThat(given.warnings()).isEmpty();
    }

    @Test
    void severalRuleFilesAreSeparatedByThePathSeparator() {
        String files = "a.json" + File.pathSeparator + File.pathSeparator + " b.json ";
        assertThat(Given.argument("rules=" + files).read().ruleFiles())
                .containsExactly(Path.of("a.json"), Path.of("b.json"));
        assertThat(Given.nothing().read().ruleFiles()).isEmpty();
    }
}
