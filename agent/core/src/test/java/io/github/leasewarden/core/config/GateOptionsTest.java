package io.github.leasewarden.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.pressure.GateSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateOptionsTest {
    private static final long HEAP = 64 << 20;
    private final List<String> warnings = new ArrayList<>();

    private GateSettings read(String argument) {
        AgentConfig config = AgentConfig.read(argument, new Properties(), Map.of(), warnings::add);
        return GateOptions.read(config, HEAP, warnings::add);
    }

    @Test
    void theDefaultsAreThoseOfTheContract() {
        assertThat(read(null))
                .isEqualTo(new GateSettings(0.80, 0.70, null, Duration.ofSeconds(5), Duration.ofSeconds(1)));
        assertThat(warnings).isEmpty();
    }

    @Test
    void everythingCanBeSetOrSwitchedOff() {
        assertThat(
                        read(
                                "pressure.high=0.6,pressure.low=0.5,gate.memory-limit=32MiB,gate.max-wait=off,gc.on-stream-pressure=off"))
                .isEqualTo(new GateSettings(0.6, 0.5, 32L << 20, null, null));
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gate.max-wait=0s       | option gate.max-wait: \"0s\" is not between 1 ms and 300000 ms, or off; using 5s",
                "gate.max-wait=-5s      | option gate.max-wait: \"-5s\" is not a time such as 500ms, 60s, 30m, 12h or 7d, or off; using 5s",
                "gate.max-wait=1h       | option gate.max-wait: \"1h\" is not between 1 ms and 300000 ms, or off; using 5s",
                "pressure.high=0        | option pressure.high: \"0\" is not a share between 0 and 1, such as 0.70; using 0.80",
                "pressure.high=80       | option pressure.high: \"80\" is not a share between 0 and 1, such as 0.70; using 0.80",
                "pressure.low=0.9       | option pressure.low: 0.9 is not below pressure.high, which is 0.8; using 0.7 and 0.8",
                "pressure.high=0.7      | option pressure.low: 0.7 is not below pressure.high, which is 0.7; using 0.7 and 0.8",
                "gate.memory-limit=64MiB | option gate.memory-limit: 64 MiB is not below the heap's 64 MiB; using pressure.high=0.8",
                "gate.memory-limit=1GiB | option gate.memory-limit: 1024 MiB is not below the heap's 64 MiB; using pressure.high=0.8",
                "gate.memory-limit=0    | option gate.memory-limit: \"0\" is not between 1048576 and 1125899906842624, or off; using off",
            })
    void whatCannotBeMeantIsNamedAndTheDefaultIsUsed(String argument, String warning) {
        assertThat(read(argument))
                .isEqualTo(new GateSettings(0.80, 0.70, null, Duration.ofSeconds(5), Duration.ofSeconds(1)));
        assertThat(warnings).containsExactly(warning);
    }
}
