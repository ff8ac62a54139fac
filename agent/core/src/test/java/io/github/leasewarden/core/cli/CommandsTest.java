package io.github.leasewarden.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.reports.AgentCost;
import io.github.leasewarden.reports.AgentInfo;
import io.github.leasewarden.reports.Clamp;
import io.github.leasewarden.reports.HeapEntry;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.NonHeapEntry;
import io.github.leasewarden.reports.PoolEntry;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.SiteEntry;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.SuspectType;
import io.github.leasewarden.reports.VerdictEntry;
import io.github.leasewarden.reports.VerdictState;
import io.github.leasewarden.reports.WouldExpire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @TempDir
    private Path dir;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        // verdict, abandoned leases, status of check
        "LEAK,            0, 3",
        "STEADY,          0, 0",
        "GROWING,         0, 0",
        "NOT_ENOUGH_DATA, 0, 0",
        "STEADY,          2, 3",
    })
    void checkFailsOnALeakAndReportNever(VerdictState state, int abandoned, int status) throws IOException {
        write(state, abandoned);
        assertThat(run("check", "--dir", dir.toString())).isEqualTo(status);
        assertThat(run("report", "--dir", dir.toString())).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aReportIsToldInWords() throws IOException {
        write(VerdictState.LEAK, 1);
        run("report", "--dir", dir.toString());
        assertThat(told())
                .containsExactly(
                        "verdict: leak. Heap after GC rises.",
                        "1. site subscription: com.acme.OrderFeed.subscribe(OrderFeed.java:42)",
                        "     7 open, 2 more every minute.",
                        "2. pool",
                        "     20 of 20 lent.",
                        "leases released by the agent: 6; used after that: 0",
                        "clamped neo4j.pool.max: 100 -> 20",
                        "report: " + dir.resolve("latest.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "check"})
    void withoutAReportItSaysWhere(String command) {
        assertThat(run(command, "--dir", dir.toString())).isEqualTo(4);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("no report in " + dir + ": " + dir.resolve("latest.json")
                        + " does not exist; did the application"
                        + " run with -javaagent:leasewarden-agent.jar and this report.dir?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"schemaVersion\": 1}", "\0"})
    void aMalformedReportIsNamedInOneLine(String content) throws IOException {
        Files.writeString(dir.resolve("latest.json"), content);
        assertThat(run("check", "--dir", dir.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("latest.json").hasLineCount(1);
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reprot", "report --dri x", "check --dir", "report a", "report --dir \0"})
    void whatItCannotDoIsNoSuccess(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isNotEmpty();
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version"})
    void theVersionGoesToStandardOutput(String command) {
        assertThat(run(command)).isZero();
        assertThat(told()).singleElement().asString().matches("leasewarden \\d.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "report --help", "check -h", "version --help"})
    void helpGoesToStandardOutputWithoutColours(String line) {
        assertThat(run(line.split(" "))).isZero();
        assertThat(told().get(0)).startsWith("Usage: java -jar leasewarden-agent.jar");
        assertThat(told()).noneMatch(text -> text.contains("\u001b"));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void everyCommandIsInTheHelp() {
        run("--help");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("report", "check", "baseline", "version", "3   check found a leak", "4   there is no report");
    }

    @Test
    void aMistypedCommandIsCorrected() {
        run("chekc");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("'chekc'", "Did you mean", "--help");
    }

    @Test
    void aReportAsJsonIsTheReport() throws IOException {
        write(VerdictState.LEAK, 1);
        assertThat(run("report", "--json", "--dir", dir.toString())).isZero();
        LeakReport told = ReportJson.read(out.toString(StandardCharsets.UTF_8), "standard output");
        assertThat(told).isEqualTo(ReportJson.read(dir.resolve("latest.json")));
    }

    @Test
    void aPageHoldsTheReportAndWhatEarlierOnesSaid() throws IOException {
        write(VerdictState.LEAK, 1);
        Files.copy(dir.resolve("latest.json"), dir.resolve("leak-report-20261123T120000Z-0001.json"));
        Files.writeString(dir.resolve("leak-report-20261123T120000Z-0002.json"), "{");
        Path page = dir.resolve("page.html");
        assertThat(run("report", "--html", page.toString(), "--dir", dir.toString()))
                .isZero();
        assertThat(told()).containsExactly("page: " + page);
        assertThat(page)
                .content()
                .contains("com.acme.OrderFeed.subscribe(OrderFeed.java:42)", "Content-Security-Policy");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("left out of the page: ", "leak-report-20261123T120000Z-0002.json");
    }

    @Test
    void aPageThatCannotBeWrittenIsNoSuccess() throws IOException {
        write(VerdictState.LEAK, 1);
        Path page = dir.resolve("missing").resolve("page.html");
        assertThat(run("report", "--html", page.toString(), "--dir", dir.toString()))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("cannot write " + page + ": " + page + " does not exist");
    }

    @Test
    void checkAsJsonSaysWhatItFound() throws IOException {
        write(VerdictState.STEADY, 2);
        assertThat(run("check", "--json", "--dir", dir.toString())).isEqualTo(3);
        assertThat(told().stream().map(String::strip))
                .containsExactly(
                        "{",
                        "\"leak\" : true,",
                        "\"verdict\" : \"steady\",",
                        "\"reason\" : \"Heap after GC rises.\",",
                        "\"leakedLeases\" : 2,",
                        "\"newLeaks\" : [ {",
                        "\"fingerprint\" : \"f\",",
                        "\"rule\" : \"r\",",
                        "\"kind\" : \"subscription\",",
                        "\"className\" : null,",
                        "\"message\" : \"2 of 9 subscription leases lost their handle to the garbage collector without a"
                                + " release.\",",
                        "\"frames\" : [ \"com.acme.OrderFeed.subscribe(OrderFeed.java:42)\" ]",
                        "} ],",
                        "\"knownLeaks\" : [ ],",
                        "\"fixedLeaks\" : [ ],",
                        "\"notRun\" : [ ],",
                        "\"report\" : \"" + dir.resolve("latest.json") + "\"",
                        "}");
    }

    @Test
    void whatTheBaselineKnowsIsNoFailure() throws IOException {
        write(VerdictState.LEAK, 1);
        String baseline = dir.resolve("baseline.json").toString();
        assertThat(run("baseline", "--dir", dir.toString(), "--file", baseline)).isZero();
        assertThat(told()).containsExactly(baseline + " knows 2 leaks");
        assertThat(run("check", "--dir", dir.toString(), "--baseline", baseline))
                .isZero();
        assertThat(told()).anyMatch(line -> line.startsWith("known f subscription (r): com.acme.OrderFeed"));
        assertThat(told()).contains("0 new, 2 known, 0 fixed");
        assertThat(run("check", "--dir", dir.toString())).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        // content of the baseline, or null for none; what is said
        "                               , no baseline",
        "'{\"schemaVersion\": 9, \"known\": []}', reads only schemaVersion 1",
        "'nonsense'                     , unreadable baseline",
    })
    void anUnusableBaselineIsOneLineAndItsOwnStatus(String content, String said) throws IOException {
        write(VerdictState.STEADY, 0);
        Path baseline = dir.resolve("baseline.json");
        if (content != null) {
            Files.writeString(baseline, content);
        }
        assertThat(run("check", "--dir", dir.toString(), "--baseline", baseline.toString()))
                .isEqualTo(6);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("baseline.json")
                .contains(said)
                .hasLineCount(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void aBaselineIsNeverWrittenOverSomethingElse() throws IOException {
        write(VerdictState.LEAK, 1);
        Path precious = Files.writeString(dir.resolve("notes.txt"), "precious");
        assertThat(run("baseline", "--dir", dir.toString(), "--file", precious.toString()))
                .isEqualTo(6);
        assertThat(precious).hasContent("precious");
    }

    @Test
    void aReportOfAnotherVersionIsItsOwnStatus() throws IOException {
        Files.writeString(dir.resolve("latest.json"), "{\"schemaVersion\": 99}");
        assertThat(run("check", "--dir", dir.toString())).isEqualTo(5);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("schemaVersion 99", "read it with the version that wrote it")
                .hasLineCount(1);
    }

    @Test
    void sarifNamesTheFileBelowTheSourceRoot() throws IOException {
        write(VerdictState.LEAK, 1);
        Path source = Files.createDirectories(dir.resolve("src/com/acme")).resolve("OrderFeed.java");
        Files.createFile(source);
        String root = dir.resolve("src").toString();
        assertThat(run("check", "--dir", dir.toString(), "--format", "sarif", "--source-root", root))
                .isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"version\" : \"2.1.0\"", "/src/com/acme/OrderFeed.java\"", "\"startLine\" : 42");
    }

    @Test
    void markdownIsATable() throws IOException {
        write(VerdictState.LEAK, 1);
        assertThat(run("check", "--dir", dir.toString(), "--format", "markdown"))
                .isEqualTo(3);
        assertThat(told()).startsWith("### Leasewarden: 2 new leaks").contains("| | kind | where | what |");
    }

    private int run(String... args) {
        return Commands.on(new Console(writer(out), writer(err))).execute(args);
    }

    private static PrintWriter writer(ByteArrayOutputStream bytes) {
        return new PrintWriter(bytes, true, StandardCharsets.UTF_8);
    }

    private List<String> told() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void write(VerdictState state, int abandoned) throws IOException {
        List<String> frames = List.of("com.acme.OrderFeed.subscribe(OrderFeed.java:42)");
        LeakReport report = new LeakReport(
                LeakReport.SCHEMA_VERSION,
                Instant.EPOCH,
                new AgentInfo("1.2.3", "guard", 1, AgentCost.NONE, null),
                new JvmInfo(1, "17", "G1", "com.acme.Shop"),
                new VerdictEntry(state, "Heap after GC rises.", 0, 0, null, 0),
                new HeapEntry(null, 1, List.of(), new NonHeapEntry(null, 0, 0, 1)),
                List.of(
                        new SuspectEntry(
                                1,
                                "f",
                                SuspectType.SITE,
                                "subscription",
                                "r",
                                "a.B",
                                null,
                                7,
                                2,
                                null,
                                frames,
                                List.of("7 open, 2 more every minute."),
                                0.9),
                        new SuspectEntry(
                                2,
                                "g",
                                SuspectType.POOL,
                                null,
                                null,
                                null,
                                null,
                                20,
                                0,
                                null,
                                List.of(),
                                List.of("20 of 20 lent."),
                                0.5)),
                List.of(new LeaseEntry(
                        "subscription",
                        "r",
                        new SiteEntry("f", frames),
                        9,
                        1,
                        0,
                        7,
                        0,
                        abandoned,
                        Map.of("IDLE", 4L, "ABANDONED", 2L),
                        0,
                        false,
                        new WouldExpire(0, 0),
                        false)),
                List.of(),
                List.of(),
                List.of(new PoolEntry(
                        "p",
                        "db:7687",
                        20,
                        20,
                        20,
                        Map.of("neo4j.pool.max", new Clamp("100", "20")),
                        null,
                        List.of(),
                        null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        Files.writeString(dir.resolve("latest.json"), ReportJson.write(report));
    }
}
