package io.github.leasewarden.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.ServiceInfo;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.SuspectType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One message with the name of what is wrong; the rest is brought in; nothing is half-written. */
class BadReportsIT {
    private static final Simulation SIMULATION = new Simulation(new Simulation.Shape(4, 2, 2, 3, 3, 1, 3));
    private static final LeakReport GOOD = SIMULATION.report(4, 0);

    @TempDir
    private Path dir;

    @Test
    void whatIsNoReportIsNamedAndTheRestIsBroughtIn() throws IOException {
        String good = ReportJson.write(GOOD);
        Path truncated = Files.writeString(dir.resolve("leak-report-1.json"), good.substring(0, good.length() / 2));
        Path foreign = Files.writeString(
                dir.resolve("leak-report-2.json"), good.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 99"));
        Path other = Files.writeString(dir.resolve("leak-report-3.json"), "[1, 2]");
        Path binary = Files.write(dir.resolve("leak-report-4.json"), new byte[] {0, -1, -2, 7});
        Path nameless = Fleet.write(
                dir, "leak-report-5.json", with(GOOD, null, GOOD.jvm().startedAt(), GOOD.suspects()));
        Path empty = Files.createFile(dir.resolve("leak-report-6.json"));
        Path future = Files.writeString(
                dir.resolve("leak-report-7.json"),
                good.replace(GOOD.generatedAt().toString(), "2999-01-01T00:00:00Z"));
        Fleet.write(dir, "leak-report-8.json", GOOD);

        Fleet fleet = Fleet.named("bad reports");
        Fleet.Run run = fleet.ingest(dir);
        assertThat(run.status()).as(run.toString()).isEqualTo(2);
        assertThat(run.out()).startsWith("1 reports brought in, 7 left out");
        assertThat(run.err().lines()).hasSize(7);
        for (Path bad : List.of(truncated, foreign, other, binary, nameless, empty, future)) {
            assertThat(run.err().lines())
                    .filteredOn(line -> line.startsWith(bad.toString()))
                    .hasSize(1);
        }
        assertThat(run.err())
                .contains("schemaVersion 99")
                .contains("does not say which service")
                .contains("in the future");
        assertThat(fleet.count("Report")).isEqualTo(1);
    }

    @Test
    void hostileWordsAreStoredAsTheyAreAndNeverSteerTheTerminal() throws IOException {
        String hostile = "com.acme.\u001b[2J\u202e'\"`}) DETACH DELETE n \n\u0000\ud800" + "x".repeat(50_000);
        SuspectEntry suspect = new SuspectEntry(
                1,
                "0123456789ab",
                SuspectType.SITE,
                hostile,
                hostile,
                hostile,
                hostile,
                5,
                1,
                null,
                List.of(hostile, hostile + "2"),
                List.of(hostile),
                1);
        ServiceInfo service = new ServiceInfo(hostile, hostile, hostile);
        Fleet.write(dir, "leak-report-1.json", with(GOOD, service, GOOD.jvm().startedAt(), List.of(suspect)));

        Fleet fleet = Fleet.named("hostile '\"`}) words");
        assertThat(fleet.ingest(dir)).returns(0, Fleet.Run::status);
        for (Fleet.Run run : List.of(fleet.run("top"), fleet.run("trace", "0123456789ab"))) {
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("DETACH DELETE n").doesNotContain("\u001b", "\u202e", "\u0000");
        }
        assertThat(fleet.run("top", "--json").json().at("/0/site").asText()).contains("\u001b[2J");
        assertThat(fleet.ingest(dir).out()).startsWith("0 reports brought in");
    }

    @Test
    void fleetsWithEqualNamesInsideShareNothing() throws IOException {
        Fleet.write(dir.resolve("a"), "leak-report-1.json", GOOD);
        Fleet one = Fleet.named("live");
        Fleet other = Fleet.named("staging");
        one.ingest(dir.resolve("a"));
        assertThat(other.run("top").out()).startsWith("none");
        other.ingest(dir.resolve("a"));
        other.run("prune", "--older-than", "0s");
        assertThat(one.run("top", "--json").json()).isNotEmpty();
    }

    @Test
    void anInstanceThatRunsTwiceAtOnceIsNamed() throws IOException {
        Instant started = GOOD.jvm().startedAt();
        Fleet.write(dir, "leak-report-1.json", GOOD);
        Path second = Fleet.write(
                dir,
                "leak-report-2.json",
                with(GOOD, GOOD.jvm().service(), started.plusSeconds(3600), GOOD.suspects()));
        Fleet fleet = Fleet.named("two under one name");
        fleet.ingest(dir.resolve("leak-report-1.json"));
        Fleet.Run run = fleet.ingest(second);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith(second.toString())
                .contains("--fleet");
    }

    @Test
    void aDirectoryWithoutReportsIsNoSuccess() {
        Fleet.Run run = Fleet.named("nothing there").ingest(dir);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains(dir.toString()).contains("holds no leak-report-*.json");
    }

    @Test
    void agentsAreAskedOverHttpAndThoseThatDoNotAnswerAreNamed() throws IOException {
        HttpServer agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agent.createContext("/api/memory/report", exchange -> {
            boolean allowed =
                    "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = allowed ? ReportJson.write(GOOD).getBytes(StandardCharsets.UTF_8) : new byte[] {'{', '}'};
            exchange.sendResponseHeaders(allowed ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        agent.start();
        try {
            String url = "http://localhost:" + agent.getAddress().getPort();
            Path urls = Files.writeString(dir.resolve("urls"), "# the shop\n" + url + "\n\nhttp://localhost:1\n");
            Path token = Files.writeString(dir.resolve("token"), "secret\n");
            Fleet fleet = Fleet.named("over HTTP");
            Fleet.Run run = fleet.run("ingest", "--urls", urls.toString(), "--token-file", token.toString());
            assertThat(run.out()).startsWith("1 reports brought in, 1 left out");
            assertThat(run.err().lines()).singleElement().asString().startsWith("http://localhost:1/");
            assertThat(fleet.run("ingest", "--urls", urls.toString()).err()).contains("give --token-file");
        } finally {
            agent.stop(0);
        }
    }

    private static LeakReport with(
            LeakReport report, ServiceInfo service, Instant startedAt, List<SuspectEntry> suspects) {
        JvmInfo jvm = report.jvm();
        return new LeakReport(
                report.schemaVersion(),
                report.generatedAt(),
                report.agent(),
                new JvmInfo(jvm.pid(), jvm.version(), jvm.collector(), jvm.mainClass(), startedAt, service),
                report.verdict(),
                report.heap(),
                suspects,
                report.leases(),
                report.expiries(),
                report.falsePositives(),
                report.pools(),
                report.alerts(),
                report.rules(),
                report.streams(),
                report.largeResults(),
                report.reconnects(),
                report.container());
    }
}
