package io.github.leasewarden.apps.longruns;

import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.RunningApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Repeats the load app's round for some minutes under the built agent and looks at the process after each: classes, memory, threads, files.
 * The first quarter of the time is for warming up. Exit status 1 if anything grows to the end.
 *
 * <p>Arguments: a directory for the outcome, minutes, and optionally what the load should leak (see {@code load --leave}).
 */
public final class Stability {
    private static final String[] ROUND = {
        "--step",
        "--subscriptions",
        "200",
        "--connections",
        "50",
        "--queries",
        "200",
        "--items",
        "2000",
        "--acquisition",
        "10"
    };

    /**
     * From the start of a round to the next. Some things live for a time, such as the driver's time-outs: rounds that become quicker would have
     * ever more of them.
     */
    private static final long PACE_MILLIS = 5000;

    /**
     * Flight Recorder's stream keeps each thread, method and class it has met until the recording's chunk ends. At the JDK's 12 MiB that takes hours here, and
     * would look like growth; at the smallest there is, a run goes through several chunks.
     */
    private static final String SHORT_CHUNKS = "-XX:FlightRecorderOptions=maxchunksize=1M";

    private Stability() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path out = Files.createDirectories(Path.of(args[0]));
        double minutes = Double.parseDouble(args[1]);
        String leak = args.length > 2 ? args[2] : "";
        AppUnderAgent load = AppUnderAgent.app("load")
                .onNeo4j()
                .args(ROUND)
                .jvmArgs(SHORT_CHUNKS)
                .agent("sample.interval=1s", "report.interval=5s", "report.keep=3", "owner.grace=1s")
                .deadline(Duration.ofSeconds((long) (minutes * 60) + 600));
        if (!leak.isEmpty()) {
            load.args("--leak", "--leave", leak, "--settle", "1");
        }
        List<Snapshot> all = new ArrayList<>();
        AppRun run;
        try (RunningApp app = load.start()) {
            Observer observer = new Observer(app.pid(), app.reportDir());
            long end = System.nanoTime() + (long) (minutes * 60e9);
            for (boolean over = false; !over; ) {
                long next = System.currentTimeMillis() + PACE_MILLIS;
                awaitRound(app, all.size() + 1);
                all.add(observer.look());
                Thread.sleep(Math.max(0, next - System.currentTimeMillis()));
                over = isOver(end, all);
                app.type(over ? "end" : "next");
            }
            run = app.await();
        }
        List<Snapshot> judged = all.subList(all.size() / 4, all.size());
        List<String> findings = new ArrayList<>(Findings.in(judged));
        run.stdout().lines().filter(line -> line.startsWith("FAILED")).forEach(findings::add);
        Files.writeString(out.resolve("index.html"), Page.of(all, judged.size(), findings));
        Snapshot last = all.get(all.size() - 1);
        System.out.printf("%d rounds, %d of them judged, in %.0f s%n", all.size(), judged.size(), last.seconds());
        findings.forEach(System.out::println);
        System.out.println(findings.isEmpty() && run.exitCode() == 0 ? "stable" : "NOT STABLE");
        System.exit(findings.isEmpty() && run.exitCode() == 0 ? 0 : 1);
    }

    /** A slow machine may take longer than it was given: fewer rounds would say nothing. */
    private static boolean isOver(long end, List<Snapshot> all) {
        return System.nanoTime() >= end && all.size() - all.size() / 4 >= Growth.LEAST;
    }

    /** The app says what is left when a round is over, and then waits for a line. */
    private static void awaitRound(RunningApp app, int number) throws InterruptedException {
        while (app.stdout().lines().filter(line -> line.contains("left: {")).count() < number) {
            if (!app.isAlive()) {
                throw new IllegalStateException("the load ended: " + app.stdout() + app.stderr());
            }
            Thread.sleep(50);
        }
    }
}
