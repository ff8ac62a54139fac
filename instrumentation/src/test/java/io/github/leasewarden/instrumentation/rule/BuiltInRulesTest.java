package io.github.leasewarden.instrumentation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltInRulesTest {
    private static final Path FOLDER = Path.of("src/main/resources/rules");
    private static final List<Rule> RULES = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException, RuleException {
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                RULES.addAll(RuleReader.read(file));
            }
        }
    }

    @Test
    void everyFileIsReadableAndIdsAreUnique() {
        assertThat(RULES).isNotEmpty();
        assertThat(RULES.stream().map(Rule::id)).doesNotHaveDuplicates();
    }

    @Test
    void theCompiledRulesAreTheFiles() throws IOException {
        assertThat(RuleIndex.builtIn()).isEqualTo(RULES);
    }

    @Test
    void theCompiledNamesAreThoseOfTheFiles() throws IOException {
        assertThat(RuleIndex.builtInNames()).containsExactlyInAnyOrderElementsOf(RuleIndex.names(RULES));
    }

    @Test
    void namesAreInternalAndRootsAreMarked() throws RuleException {
        List<Rule> rules = RuleReader.parse(
                "a.json",
                ("{ 'schema': 1, 'rules': [{ 'id': 'a', 'kind': 'k', 'type': 'a.b.C$D', 'subtypeOf': ['a.Root'], "
                                + "'carriers': ['a.Carrier'], 'open': [{ 'on': ['<init>'] }] }] }")
                        .replace('\'', '"'));
        assertThat(RuleIndex.names(rules)).containsExactlyInAnyOrder("a/b/C$D", "<a/Root", "a/Carrier");
    }

    @Test
    void oneIdInTwoFilesFailsTheBuild(@TempDir Path dir) throws IOException {
        Path selftest = FOLDER.resolve("selftest.json");
        Files.copy(selftest, dir.resolve("a.json"));
        Files.copy(selftest, dir.resolve("b.json"));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> RuleIndex.main(new String[] {dir.toString(), dir.toString()}))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("leasewarden.selftest");
    }

    /** A frame of a library is never blamed as a site, so a rule has to say which packages are the library's. */
    @Test
    void everyRuleForAClassOutsideTheJdkNamesItsPackages() {
        assertThat(RULES)
                .filteredOn(rule -> rule.hooks().stream()
                        .filter(Hook::essential)
                        .flatMap(hook -> hook.target().types().stream())
                        .anyMatch(type -> !type.startsWith("java.") && !type.startsWith("io.github.leasewarden.")))
                .allSatisfy(rule -> assertThat(rule.packages()).as(rule.id()).isNotEmpty());
    }
}
