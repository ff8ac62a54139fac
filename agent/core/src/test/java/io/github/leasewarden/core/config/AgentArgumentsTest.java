package io.github.leasewarden.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentArgumentsTest {
    private final List<String> warnings = new ArrayList<>();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", ",", ",,"})
    void nothingGivenIsNothing(String argument) {
        assertThat(parse(argument)).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void pairsAreSeparatedByCommasAndTheLaterOneWins() {
        assertThat(parse("a=1, b = two ,a=3")).containsOnly(entry("a", "3"), entry("b", "two"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=x\\,y           | x,y",
                "a=x=y             | x=y",
                "a=C:\\\\temp      | C:\\temp",
                "a=x\\             | x\\",
                "a=x\\=y           | x=y",
                "a\\=b=c           | c",
            })
    void aBackslashMakesTheNextCharacterOrdinary(String argument, String value) {
        assertThat(parse(argument)).hasSize(1).containsValue(value);
        assertThat(warnings).isEmpty();
    }

    @Test
    void anEmptyValueIsAValue() {
        assertThat(parse("a=")).containsOnly(entry("a", ""));
    }

    @Test
    void whatIsNoPairIsNamedAndTheRestCounts() {
        assertThat(parse("strict,a=1,=2")).containsOnly(entry("a", "1"));
        assertThat(warnings)
                .containsExactly(
                        "option \"strict\" has no value; it is ignored", "option \"\" has no name; it is ignored");
    }

    private Map<String, String> parse(String argument) {
        return AgentArguments.parse(argument, warnings::add);
    }
}
