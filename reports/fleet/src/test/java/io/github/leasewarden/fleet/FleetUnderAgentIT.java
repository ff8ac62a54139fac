package io.github.leasewarden.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.Neo4jServer;
import io.github.leasewarden.apps.harness.RunningApp;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.gate.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three services that leak in different ways and two that do not, all under the agent; and the fleet's own program under it. */
class FleetUnderAgentIT {
    private static final String FLEET = "under the agent";
    private static final Path JAR = Path.of("target", "leasewarden-fleet.jar").toAbsolutePath();

    /**
     * Nothing of the heap is judged: the services end before that, whatever the machine is busy with. A heap that was started seconds ago
     * really grows. Lost leases are proof enough.
     */
    private static final String LEASES_ONLY = "heap.warmup=10m";

    @Test
    void topNamesTheThreeLeakingSitesAndNothingElse() {
        List<Path> reports = new ArrayList<>();
        try (RunningApp orders = service("orders", AppUnderAgent.app("neo4j-service"), LEASES_ONLY);
                RunningApp chat = service("chat", AppUnderAgent.app("websocket-chat"), LEASES_ONLY);
                RunningApp prices = prices();
                RunningApp steady = clean("steady", AppUnderAgent.app("steady-service"));
                RunningApp tidy = clean("tidy-orders", AppUnderAgent.app("neo4j-service"))) {
            for (RunningApp leaking : List.of(orders, chat, prices)) {
                await().atMost(Duration.ofMinutes(4))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> showsALeak(leaking));
                leaking.terminate();
                reports.add(leaking.await().reportDir());
            }
            for (RunningApp each : List.of(steady, tidy)) {
                reports.add(each.await().assertSuccess().reportDir());
            }
        }

        AppRun ingest = underAgent(ingest(reports));
        assertThat(ingest.stdout()).contains("reports brought in").doesNotContain("left out");
        AppRun top = underAgent("top", "--neo4j", Neo4jServer.uri(), "--fleet", FLEET);
        assertThat(top.stdout().lines().skip(1).map(FleetUnderAgentIT::site))
                .as(top.stdout())
                .containsExactlyInAnyOrder(
                        "LeakingOrders.place", "LeakingChatEndpoint.onOpen", "PriceBoardMain.showTo");
        assertThat(top.stdout()).contains("orders", "chat", "prices").doesNotContain("steady", "tidy");
        List.of(ingest, top).forEach(FleetUnderAgentIT::assertClean);
    }

    private static RunningApp service(String name, AppUnderAgent app, String... options) {
        return app.onNeo4j()
                .args("--seconds", "300", "--rate", "10", "--quiet")
                .agent(
                        "service=" + name,
                        "service.version=1.0",
                        "report.interval=1s",
                        "sample.interval=1s",
                        "owner.grace=2s")
                .agent("gc.on-pool-pressure=1s", "ttl.subscription=2s")
                .agent(options)
                .deadline(Duration.ofMinutes(6))
                .start();
    }

    private static RunningApp prices() {
        // forgotten subscriptions lose neither handle nor owner: here the verdict is asked, and it must be of leases
        // alone
        return service(
                "prices",
                AppUnderAgent.main(classes(), PriceBoardMain.class.getName()),
                "mode=observe",
                "heap.warmup=5s",
                "census.max-pause=off");
    }

    private static RunningApp clean(String name, AppUnderAgent app) {
        return app.onNeo4j()
                .args(
                        name.equals("steady")
                                ? new String[] {"--seconds", "15"}
                                : new String[] {"--seconds", "15", "--correct", "--quiet"})
                .agent("service=" + name, "service.version=1.0", "report.interval=1s", "sample.interval=1s")
                .agent("owner.grace=2s", "gc.on-pool-pressure=1s", LEASES_ONLY)
                .deadline(Duration.ofMinutes(3))
                .start();
    }

    private static String classes() {
        return Path.of("target", "test-classes").toAbsolutePath().toString();
    }

    private static boolean showsALeak(RunningApp app) {
        assertThat(app.isAlive()).as("%s, %s", app, app.stderr()).isTrue();
        Path latest = app.reportDir().resolve("latest.json");
        try {
            return Files.exists(latest) && !Findings.of(ReportJson.read(latest)).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] ingest(List<Path> reports) {
        List<String> args =
                new ArrayList<>(List.of("ingest", "--neo4j", Neo4jServer.uri(), "--fleet", FLEET, "--reports"));
        reports.forEach(path -> args.add(path.toString()));
        return args.toArray(String[]::new);
    }

    private static AppRun underAgent(String... args) {
        return AppUnderAgent.main(JAR.toString(), FleetCommands.class.getName())
                .args(args)
                .agent("service=fleet", "report.interval=1s", "sample.interval=1s")
                .run()
                .assertSuccess();
    }

    /** It was leased, and it left nothing behind. */
    private static void assertClean(AppRun run) {
        LeakReport report = read(run.reportDir().resolve("latest.json"));
        assertThat(Findings.of(report)).as(run.toString()).isEmpty();
        assertThat(report.suspects()).isEmpty();
        assertThat(report.expiries()).isEmpty();
        assertThat(report.leases())
                .filteredOn(lease -> lease.kind().equals("neo4j-session"))
                .isNotEmpty()
                .allSatisfy(lease ->
                        assertThat(lease.released()).isEqualTo(lease.opened()).isPositive());
    }

    private static LeakReport read(Path file) {
        try {
            return ReportJson.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code LeakingOrders.place} of a line with {@code com.acme.LeakingOrders.place} as its third column. */
    private static String site(String line) {
        String[] words = line.split("\\s{2,}")[2].split("\\.");
        return words[words.length - 2] + "." + words[words.length - 1];
    }
}
