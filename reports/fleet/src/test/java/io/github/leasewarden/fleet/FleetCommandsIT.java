package io.github.leasewarden.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.reports.LeakReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a real Neo4j, with the reports of a simulated fleet whose leaks are known. */
class FleetCommandsIT {
    private static final Simulation.Shape SHAPE = new Simulation.Shape(10, 5, 6, 6, 1.5, 2, 7);
    private static final Simulation SIMULATION = new Simulation(SHAPE);

    @TempDir
    private static Path dir;

    private static Path reports;

    @BeforeAll
    static void simulate() {
        reports = dir.resolve("reports");
        assertThat(Fleet.of(
                        "simulate",
                        "--out",
                        reports.toString(),
                        "--jvms",
                        "10",
                        "--services",
                        "5",
                        "--versions",
                        "6",
                        "--sites",
                        "6",
                        "--leaks",
                        "1.5",
                        "--reports-per-jvm",
                        "2",
                        "--seed",
                        "7"))
                .returns(0, Fleet.Run::status);
    }

    @Test
    void theSameReportsTwiceChangeNothing() {
        Fleet fleet = Fleet.named("twice");
        assertThat(fleet.ingest(reports).out()).startsWith("120 reports brought in");
        Set<String> once = fleet.dump();
        assertThat(fleet.ingest(reports).out()).startsWith("0 reports brought in, 120 were in the graph already");
        assertThat(once).hasSizeGreaterThan(120);
        assertThat(fleet.dump()).isEqualTo(once);
    }

    @Test
    void neitherTheirOrderNorTheSizeOfBatchesMatters() throws IOException {
        Fleet inOrder = Fleet.named("in order");
        inOrder.ingest(reports);
        List<Path> files = new ArrayList<>();
        try (var found = Files.walk(reports)) {
            found.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        Collections.shuffle(files, new Random(1));
        List<String> args = new ArrayList<>(List.of("--batch", "7", "--reports"));
        files.forEach(file -> args.add(file.toString()));
        Fleet shuffled = Fleet.named("shuffled");
        assertThat(shuffled.run("ingest", args.toArray(String[]::new))).returns(0, Fleet.Run::status);
        assertThat(shuffled.dump()).isEqualTo(inOrder.dump());
    }

    @Test
    void topNewAndFixedTellWhatTheSimulationDid() {
        Fleet fleet = Fleet.named("known leaks");
        fleet.ingest(reports);
        Set<String> leaking = new HashSet<>();
        Set<String> brought = new HashSet<>();
        Set<String> mended = new HashSet<>();
        for (int process = 0; process < SHAPE.processes(); process++) {
            int version = process / SHAPE.jvms();
            Set<String> now = leaks(process);
            Set<String> before = version == 0 ? now : leaks(process - SHAPE.jvms());
            String service = "service-" + process % SHAPE.jvms() % SHAPE.services();
            leaking.addAll(now);
            now.stream()
                    .filter(site -> !before.contains(site))
                    .forEach(site -> brought.add(service + " 1." + version + " " + site));
            before.stream()
                    .filter(site -> !now.contains(site))
                    .forEach(site -> mended.add(service + " 1." + version + " " + site));
        }
        assertThat(leaking).hasSizeGreaterThan(5);
        assertThat(mended).isNotEmpty();
        assertThat(fleet.run("top", "--json", "--limit", "1000").texts("fingerprint"))
                .containsExactlyInAnyOrderElementsOf(leaking);
        assertThat(rows(fleet.run("new", "--json", "--limit", "1000"), "broughtBy"))
                .containsExactlyInAnyOrderElementsOf(brought);
        assertThat(rows(fleet.run("fixed", "--json", "--limit", "1000"), "fixedBy"))
                .containsExactlyInAnyOrderElementsOf(mended);
    }

    @Test
    void topCountsJvmsNotReports() {
        Fleet fleet = Fleet.named("counts");
        fleet.ingest(reports);
        for (var row : fleet.run("top", "--json", "--limit", "1000").json()) {
            long jvms = 0;
            for (int process = 0; process < SHAPE.processes(); process++) {
                jvms += leaks(process).contains(row.path("fingerprint").asText()) ? 1 : 0;
            }
            assertThat(row.path("jvms").asLong()).as(row.toString()).isEqualTo(jvms);
        }
    }

    @Test
    void traceNamesTheServicesThatShareALibrarysFrame() {
        Fleet fleet = Fleet.named("traced");
        fleet.ingest(reports);
        Fleet.Run top = fleet.run("top", "--json", "--limit", "1000");
        String fingerprint = top.texts("fingerprint").get(0);
        var trace = fleet.run("trace", "--json", fingerprint).json();
        assertThat(trace.at("/site/0/fingerprint").asText()).isEqualTo(fingerprint);
        assertThat(trace.at("/stack/0/frame").asText()).endsWith(":42)");
        assertThat(trace.at("/frames").findValuesAsText("frame"))
                .contains("com.acme.platform.Dispatcher.dispatch")
                .doesNotContain("java.lang.Thread.run");
        assertThat(trace.at("/frames/0/ofServices").asInt()).isGreaterThan(1);
        assertThat(fleet.run("trace", fingerprint).out()).contains("stack", "evidence", "versions", "frames");
    }

    @Test
    void aSiteThatIsNotThereIsSaidSo() {
        Fleet.Run run = Fleet.named("empty").run("trace", "000000000000");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("fleet empty has no site 000000000000");
    }

    @Test
    void aFleetWithoutReportsHasNoLeaks() {
        assertThat(Fleet.named("nothing").run("top")).isEqualTo(new Fleet.Run(0, "none" + System.lineSeparator(), ""));
    }

    @Test
    void whatIsPrunedStaysAway() {
        Fleet fleet = Fleet.named("pruned");
        fleet.ingest(reports);
        assertThat(fleet.run("prune", "--older-than", "0s").out()).startsWith("120 reports and 60 JVMs");
        assertThat(fleet.dump()).isEmpty();
        assertThat(fleet.run("top").out()).startsWith("none");
        assertThat(fleet.ingest(reports).out()).startsWith("0 reports brought in, 120 are older than what was pruned");
        assertThat(fleet.dump()).isEmpty();
    }

    @Test
    void whatIsYoungerStays() {
        Fleet fleet = Fleet.named("kept");
        fleet.ingest(reports);
        Set<String> before = fleet.dump();
        assertThat(fleet.run("prune", "--older-than", "36500d").out()).startsWith("0 reports and 0 JVMs");
        assertThat(fleet.dump()).isEqualTo(before);
    }

    private static Set<String> leaks(int process) {
        LeakReport report = SIMULATION.report(process, 0);
        Set<String> fingerprints = new HashSet<>();
        report.suspects().forEach(suspect -> fingerprints.add(suspect.fingerprint()));
        return fingerprints;
    }

    private static List<String> rows(Fleet.Run run, String version) {
        List<String> rows = new ArrayList<>();
        run.json()
                .forEach(row -> rows.add(
                        row.path("service").asText() + " " + row.path(version).asText() + " "
                                + row.path("fingerprint").asText()));
        return rows;
    }
}
