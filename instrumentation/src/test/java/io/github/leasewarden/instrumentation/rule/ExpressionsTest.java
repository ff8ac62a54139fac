package io.github.leasewarden.instrumentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.leasewarden.instrumentation.rule.Action.Argument;
import io.github.leasewarden.instrumentation.rule.Expr.Source;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small languages inside a rule file. */
class ExpressionsTest {

    @ParameterizedTest
    @CsvSource({
        "close,     close,     0, true",
        "close,     close,     3, true",
        "close,     closed,    0, false",
        "close,     Close,     0, false",
        "close/0,   close,     0, true",
        "close/0,   close,     1, false",
        "close/2+,  close,     1, false",
        "close/2+,  close,     2, true",
        "close/2+,  close,     9, true",
        "close*,    close,     0, true",
        "close*,    closeAll,  1, true",
        "close*,    disclose,  0, false",
        "close*/1,  closeAll,  1, true",
        "close*/1,  closeAll,  0, false",
        "close*/1+, closeAll,  0, false",
        "<init>,    <init>,    4, true",
        "<init>/8,  <init>,    9, false",
    })
    void aMethodMatches(String text, String name, int parameters, boolean matches) {
        MethodMatch match = MethodMatch.parse(text);
        assertThat(match.matches(name, parameters)).isEqualTo(matches);
        assertThat(match).hasToString(text).isEqualTo(MethodMatch.parse(match.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "/1", "*/1", "a/", "a/+", "a/b", "a/-1", "a/1-", "a/+1", "a/1/2", "a/99999999999"})
    void aMethodThatMeansNothingIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MethodMatch.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "none,   NONE,      0",
        "this,   THIS,      0",
        "arg0,   ARGUMENT,  0",
        "arg9,   ARGUMENT,  9",
        "last,   LAST,      0",
        "args,   ARGUMENTS, 0",
        "return, RETURN,    0",
    })
    void anExpressionNamesItsSource(String text, Source source, int index) {
        assertThat(Expr.parse(text)).isEqualTo(new Expr(source, index));
        assertThat(Expr.parse(text).isNone()).isEqualTo(source == Source.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "arg", "arg-1", "arg10", "argx", "This", "null", "arg0.name"})
    void anUnknownExpressionIsRefusedWithTheList(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Expr.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("this, arg0…arg9, last, args, return or none");
    }

    @ParameterizedTest
    @CsvSource({
        "isOpen(),                  isOpen(),             false",
        "!stage.isDone(),           'stage,isDone()',     true",
        "a.b|c().d,                 'a,b|c(),d',          false",
    })
    void aProbeIsAChain(String text, String path, boolean negate) {
        Probe probe = Probe.parse(text);
        assertThat(probe).isEqualTo(new Probe(List.of(path.split(",")), negate));
        assertThat(probe).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!", "! ", ".", "a..b", "a.", ".a", "!.a"})
    void aProbeWithAnEmptyStepIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Probe.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "handle,                 HANDLE,     '',        false",
        "handle.provider,        HANDLE,     provider,  false",
        "handle.provider?,       HANDLE,     provider,  true",
        "handle.a.b(),           HANDLE,     a.b(),     false",
        "key,                    KEY,        '',        false",
        "ttlMillis,              TTL_MILLIS, '',        false",
    })
    void anArgumentNamesWhereItComesFrom(String text, Action.Source source, String path, boolean optional) {
        assertThat(Argument.parse(text)).isEqualTo(new Argument(source, path, optional));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "owner", "arg0", "handles", "handle.", "handle.?", "handle..a"})
    void anUnknownArgumentIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Argument.parse(text))
                .withMessageContaining("\"" + text + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        // asked, limit, negative means unlimited, zero or less means unlimited
        "-9223372036854775808, 20, 20, 20",
        "-1,  20, 20, 20",
        "0,   20, 0,  20",
        "1,   20, 1,  1",
        "19,  20, 19, 19",
        "20,  20, 20, 20",
        "21,  20, 20, 20",
        "9223372036854775807, 20, 20, 20",
        "-1,  1,  1,  1",
    })
    void aClampLowersWhatIsAboveAndWhatIsUnlimited(long asked, long limit, long negative, long notPositive) {
        assertThat(new Clamp("s", Clamp.Unlimited.NEGATIVE, false).apply(asked, limit))
                .isEqualTo(negative);
        assertThat(new Clamp("s", Clamp.Unlimited.NOT_POSITIVE, false).apply(asked, limit))
                .isEqualTo(notPositive);
    }

    @ParameterizedTest
    @CsvSource({"-1, 20, 20", "0, 20, 0", "1, 20, 1", "21, 20, 21"})
    void aDefaultLeavesWhatTheApplicationSet(long asked, long limit, long given) {
        assertThat(new Clamp("s", Clamp.Unlimited.NEGATIVE, true).apply(asked, limit))
                .isEqualTo(given);
    }
}
