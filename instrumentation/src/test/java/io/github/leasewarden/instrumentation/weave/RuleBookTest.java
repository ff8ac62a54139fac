package io.github.leasewarden.instrumentation.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.instrumentation.rule.Rule;
import io.github.leasewarden.instrumentation.rule.RuleException;
import io.github.leasewarden.instrumentation.rule.RuleReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    @Test
    void aUsersRuleReplacesABuiltInOneOfTheSameId() {
        RuleBook book = new RuleBook(
                List.of(rule("a", "x.One"), rule("b", "x.Two")), List.of(rule("a", "x.Other"), rule("c", "x.One")));
        assertThat(book.rules().stream().map(Rule::id)).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(owners(book, "x/One")).containsExactly("c");
        assertThat(owners(book, "x/Other")).containsExactly("a");
    }

    @Test
    void ofTwoUsersRulesOfOneIdTheLaterOneStays() {
        RuleBook book = new RuleBook(List.of(), List.of(rule("a", "x.First"), rule("a", "x.Second")));
        assertThat(book.rules()).hasSize(1);
        assertThat(owners(book, "x/First")).isEmpty();
        assertThat(owners(book, "x/Second")).containsExactly("a");
    }

    @Test
    void aPointIsFoundByItsNumber() {
        RuleBook book = new RuleBook(List.of(rule("a", "x.One"), rule("b", "x.Two")), List.of());
        for (WeavePoint point : book.points()) {
            assertThat(book.points().get(point.id())).isSameAs(point);
            assertThat(book.rules().get(point.ruleIndex())).isSameAs(point.rule());
        }
    }

    @Test
    void aClassThatIsNamedAndASubtypeGetsAHookOnce() {
        RuleBook book = new RuleBook(
                List.of(read("'id': 'a', 'kind': 'k', 'type': 'x.One', 'subtypeOf': ['x.Root'], "
                        + "'carriers': ['x.Carrier'], 'open': [{ 'on': ['<init>'] }]")),
                List.of());
        assertThat(book.pointsFor("x/One", Set.of("x/Root"))).hasSize(1);
        assertThat(book.pointsFor("x/Unnamed", Set.of("x/Root"))).hasSize(1);
        assertThat(book.pointsFor("x/Unnamed", Set.of())).isEmpty();
        assertThat(book.isCarrier("x/Carrier")).isTrue();
        assertThat(book.isCarrier("x/One")).isFalse();
    }

    private static List<String> owners(RuleBook book, String type) {
        return book.pointsFor(type, Set.of()).stream()
                .map(point -> point.rule().id())
                .toList();
    }

    private static Rule rule(String id, String type) {
        return read("'id': '" + id + "', 'kind': 'k', 'type': '" + type + "', 'open': [{ 'on': ['<init>'] }]");
    }

    private static Rule read(String rule) {
        try {
            String json = "{ 'schema': 1, 'rules': [{ " + rule + " }] }";
            return RuleReader.parse("test.json", json.replace('\'', '"')).get(0);
        } catch (RuleException e) {
            throw new AssertionError(e);
        }
    }
}
