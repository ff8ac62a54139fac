package io.github.leasewarden.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.instrumentation.rule.Rule;
import io.github.leasewarden.instrumentation.rule.RuleIndex;
import io.github.leasewarden.instrumentation.weave.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnRulesTest {
    @TempDir
    private Path dir;

    private final List<RuleBook> known = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void withoutFilesThereIsNothing() {
        OwnRules own = OwnRules.read(List.of(), warnings::add);
        assertThat(own.rules()).isEmpty();
        assertThat(own.names()).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFileThatCannotBeUsedIsNamedAndTheOthersStay() throws IOException {
        Path broken = Files.writeString(dir.resolve("broken.json"), "{ \"schema\": 1, \"rules\": 3 }");
        OwnRules own = OwnRules.read(List.of(broken, dir.resolve("gone.json"), file("a.b", "x.Feed")), warnings::add);
        assertThat(own.rules().stream().map(Rule::id)).containsExactly("a.b");
        assertThat(own.names()).containsExactly("x/Feed");
        assertThat(warnings)
                .satisfiesExactly(
                        first -> assertThat(first).contains("broken.json.rules").endsWith("; the file is left out"),
                        second -> assertThat(second).contains("gone.json").endsWith("; the file is left out"));
    }

    @Test
    void ownRulesJoinTheBuiltInOnesAndReplaceThem() throws IOException {
        OwnRules own =
                OwnRules.read(List.of(file("a.b", "x.Feed"), file("reactor.subscriber", "x.Mine")), warnings::add);
        RuleBook book = own.join(known::add, warnings::add);
        assertThat(known).containsExactly(book);
        assertThat(book.rules()).hasSize(RuleIndex.builtIn().size() + 1);
        assertThat(book.rules())
                .filteredOn(rule -> rule.id().equals("reactor.subscriber"))
                .singleElement()
                .satisfies(
                        rule -> assertThat(rule.hooks().get(0).target().types()).containsExactly("x.Mine"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void theSelfTestSaysSoWhereNothingIsWoven() {
        assertThat(SelfTest.run()).startsWith("a class was loaded without its field");
    }

    private Path file(String id, String type) throws IOException {
        String json = "{ 'schema': 1, 'rules': [{ 'id': '" + id + "', 'kind': 'k', 'type': '" + type
                + "', 'open': [{ 'on': ['<init>'] }] }] }";
        return Files.writeString(dir.resolve(id + ".json"), json.replace('\'', '"'));
    }
}
