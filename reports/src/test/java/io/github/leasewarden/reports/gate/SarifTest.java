package io.github.leasewarden.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.SuspectType;
import io.github.leasewarden.reports.VerdictState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifTest {
    @TempDir
    private Path checkout;

    @BeforeEach
    void writeASource() throws IOException {
        Path source = checkout.resolve("shop/src/main/java/com/acme/OrderFeed.java");
        Files.createDirectories(source.getParent());
        Files.createFile(source);
    }

    @Test
    void leaksAreValidSarif() throws IOException {
        Baseline baseline = new Baseline(1, List.of(new Baseline.Known("site1", "r", "k", "w")));
        assertThat(errors(sarif(GateResult.of(Gates.leaking(), baseline)))).isEmpty();
    }

    @Test
    void noLeakIsValidSarifToo() throws IOException {
        LeakReport steady = Gates.report(VerdictState.STEADY, List.of(), List.of());
        String sarif = sarif(GateResult.of(steady, Baseline.EMPTY));
        assertThat(errors(sarif)).isEmpty();
        assertThat(run(sarif).path("results")).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoSarif() throws IOException {
        String sarif = sarif(GateResult.of(Gates.leaking(), Baseline.EMPTY));
        assertThat(errors(sarif.replace("\"level\" : \"error\"", "\"level\" : \"terrible\"")))
                .isNotEmpty();
    }

    @Test
    void aResultHasRuleFileLineAndFingerprint() throws IOException {
        JsonNode run = run(sarif(GateResult.of(Gates.leaking(), Baseline.EMPTY)));
        JsonNode result = run.path("results").get(0);
        assertThat(result.path("ruleId").asText()).isEqualTo("jdk.submission-publisher");
        assertThat(run.at("/tool/driver/rules")
                        .get(result.path("ruleIndex").asInt())
                        .path("id")
                        .asText())
                .isEqualTo("jdk.submission-publisher");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("shop/src/main/java/com/acme/OrderFeed.java");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(42);
        assertThat(result.at("/partialFingerprints/leasewarden~1v1").asText()).isEqualTo("site1");
        assertThat(result.at("/stacks/0/frames")).hasSize(2);
        assertThat(result.path("level").asText()).isEqualTo("error");
    }

    @Test
    void aKnownLeakIsANote() throws IOException {
        Baseline baseline = GateResult.of(Gates.leaking(), Baseline.EMPTY).toBaseline();
        for (JsonNode result :
                run(sarif(GateResult.of(Gates.leaking(), baseline))).path("results")) {
            assertThat(result.path("level").asText()).isEqualTo("note");
            assertThat(result.path("baselineState").asText()).isEqualTo("unchanged");
        }
    }

    @Test
    void aPathWithBlanksAndUmlautsBecomesAUri() throws IOException {
        Path source = checkout.resolve("mein Ümzug/src/main/java/com/acme/Feed.java");
        Files.createDirectories(source.getParent());
        Files.createFile(source);
        LeakReport report = Gates.report(
                VerdictState.LEAK,
                List.of(Gates.suspect("s", SuspectType.SITE, List.of("com.acme.Feed.open(Feed.java:3)"))),
                List.of());
        String sarif = sarif(GateResult.of(report, Baseline.EMPTY));
        assertThat(errors(sarif)).isEmpty();
        assertThat(sarif).contains("mein%20%C3%9Cmzug/src/main/java/com/acme/Feed.java");
    }

    @Test
    void markdownEscapesWhatTheApplicationNamed() throws IOException {
        LeakReport report = Gates.report(VerdictState.STEADY, List.of(), List.of(Gates.lease("s|<b>", 1, Map.of())));
        String markdown = GateMarkdown.of(GateResult.of(report, Baseline.EMPTY), SourceRoots.find(checkout));
        assertThat(markdown)
                .startsWith("### Leasewarden: 1 new leak\n")
                .contains("| **new** | subscription | `shop/src/main/java/com/acme/OrderFeed.java:42` | 1 of 9");
    }

    private String sarif(GateResult result) throws IOException {
        return Sarif.of(result, SourceRoots.find(checkout), "1.2.3");
    }

    private static JsonNode run(String sarif) throws IOException {
        return new ObjectMapper().readTree(sarif).at("/runs/0");
    }

    private static List<com.networknt.schema.Error> errors(String sarif) throws IOException {
        try (InputStream in = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            String official = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(official, InputFormat.JSON);
            return schema.validate(
                    sarif,
                    InputFormat.JSON,
                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        }
    }
}
