package io.github.leasewarden.apps.longruns;

import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.Neo4jServer;
import io.github.leasewarden.apps.harness.RunningApp;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A leaking program, what the agent is told about it, and what is counted: by the program, by Linux or by the JVM, never by the agent. */
interface Trial {
    Map<String, Double> run(boolean watched) throws IOException, InterruptedException;

    static List<Trial> all() {
        return List.of(
                Trial::subscriptions,
                Trial::connections,
                watched -> pipeline(watched, "stream-pipeline"),
                // G1 gives most of an empty heap to the young generation, and before its first collection nobody knows
                // what is in use
                watched -> pipeline(watched, "stream-pipeline -Xmn16m", "-Xmn16m"));
    }

    /** The program counts its subscribers once a second. */
    private static Map<String, Double> subscriptions(boolean watched) throws IOException {
        AppUnderAgent app = app("event-feed", "--seconds", "40", "--rate", "50", "--tell-every", "50");
        RunningApp running = (watched ? app.agent("sample.interval=1s", "ttl.subscription=3s") : app).start();
        AppRun run = running.await().assertSuccess();
        OptionalDouble average = Pattern.compile("subscribers held: (\\d+) JDK, (\\d+) Reactor")
                .matcher(run.stdout())
                .results()
                .mapToInt(held -> number(held, 1) + number(held, 2))
                .average();
        return values("event-feed", run, "average open subscriptions", average.orElseThrow());
    }

    /** Linux counts the established connections to the server; nobody else uses it meanwhile. */
    private static Map<String, Double> connections(boolean watched) throws IOException, InterruptedException {
        AppUnderAgent app = app("neo4j-service", "--seconds", "40", "--rate", "20", "--quiet")
                .onNeo4j();
        RunningApp running = (watched ? app.agent("sample.interval=1s", "gc.on-pool-pressure=1s") : app).start();
        int port = URI.create(Neo4jServer.uri()).getPort();
        int looks = 0;
        long sum = 0;
        while (running.isAlive()) {
            long open = Connections.to(port);
            if (open > 0) {
                looks++;
                sum += open;
            }
            Thread.sleep(500);
        }
        AppRun run = running.await().assertSuccess();
        Map<String, Double> values = values("neo4j-service", run, "average open connections", (double) sum / looks);
        values.put("neo4j-service: requests that failed, of about 800", (double) failed(run));
        return values;
    }

    /** The JVM's log says what was left by each collection. */
    private static Map<String, Double> pipeline(boolean watched, String name, String... jvmArgs) throws IOException {
        AppUnderAgent app = app("stream-pipeline", "--items", "20000").jvmArgs(jvmArgs);
        RunningApp running = (watched
                        ? app.agent("sample.interval=1s", "gate.memory-limit=24MiB", "rules=" + rules())
                        : app)
                .start();
        AppRun run = running.await().assertSuccess();
        return values(name, run, "peak heap after GC (MiB)", GcLog.of(run).peakMebibytes());
    }

    private static AppUnderAgent app(String name, String... args) {
        return AppUnderAgent.app(name)
                .args(args)
                .jvmArgs("-XX:+UseG1GC", "-Xlog:gc:file=" + GcLog.NAME)
                .deadline(Duration.ofMinutes(5));
    }

    private static String rules() {
        return System.getProperty("leasewarden.root") + "/test-apps/stream-pipeline/rules.json";
    }

    private static Map<String, Double> values(String app, AppRun run, String what, double value) throws IOException {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(app + ": " + what, value);
        values.put(app + ": collections", (double) GcLog.of(run).collections());
        return values;
    }

    private static int failed(AppRun run) {
        return Pattern.compile("failed: (\\d+)")
                .matcher(run.stdout())
                .results()
                .mapToInt(each -> number(each, 1))
                .sum();
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
