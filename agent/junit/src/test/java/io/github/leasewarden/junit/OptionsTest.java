package io.github.leasewarden.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void withoutParametersAMissingAgentPassesAndNothingIsAllowed() {
        assertThat(read(Map.of())).isEqualTo(new Options(false, Duration.ofSeconds(1), List.of()));
    }

    @Test
    void everyParameterIsRead() {
        Options options = read(Map.of(
                "leasewarden.junit.without-agent", "fail",
                "leasewarden.junit.drain", "250ms",
                "leasewarden.junit.allow", "listener, reactor.*,"));
        assertThat(options).isEqualTo(new Options(true, Duration.ofMillis(250), List.of("listener", "reactor.*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "61s", "-1s", "soon", "9999999999s"})
    void aDrainThatIsNoTimeNamesTheParameter(String drain) {
        assertThatThrownBy(() -> read(Map.of("leasewarden.junit.drain", drain)))
                .hasMessage("leasewarden.junit.drain is \"" + drain
                        + "\", but must be a time up to 60s, such as 500ms or 2s");
    }

    @Test
    void anUnknownAnswerToAMissingAgentNamesTheParameter() {
        assertThatThrownBy(() -> read(Map.of("leasewarden.junit.without-agent", "warn")))
                .hasMessage("leasewarden.junit.without-agent is \"warn\", but must be pass or fail");
    }

    private static Options read(Map<String, String> parameters) {
        return Options.read(name -> Optional.ofNullable(parameters.get(name)));
    }
}
