package io.github.leasewarden.apps.corpusrunner;

import static java.util.Map.entry;

import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Forks the programs of the corpus under the built agent, each beside a flight recording of its own, judges the recordings with
 * JMC's rule too, and prints one table. Options, all {@code key=value}: {@code programs} (default: all), {@code shape} (how their shape in
 * {@code truth.csv} begins; {@code unseen}: those written by people who had not seen the detector), {@code seconds} (90),
 * {@code jdks} (17,25), {@code collectors} (G1,Parallel,Serial,Z), {@code repeat} (1), {@code side-by-side} (6), {@code apart} (3: seconds between the starts of the first ones,
 * because a JVM needs most of its processor time when it starts, and those that wait for one stand still), {@code agent}
 * (options of the agent, separated by semicolons), {@code alone} ({@code true}: without the agent, so only JMC's columns say anything; what the agent
 * itself keeps is in the recordings beside it, and JMC's rule sees that too), {@code recording} (settings of the flight recording, {@code default}; followed by
 * {@code ,jdk.OldObjectSample#enabled=false}, JMC's rule judges by the heap alone), {@code csv} (a file for every outcome).
 */
public final class CorpusRunner {
    private final Map<String, String> options = new TreeMap<>(Map.ofEntries(
            entry("programs", ""),
            entry("shape", ""),
            entry("seconds", "90"),
            entry("jdks", "17,25"),
            entry("collectors", "G1,Parallel,Serial,Z"),
            entry("repeat", "1"),
            entry("side-by-side", "6"),
            entry("apart", "3"),
            entry("agent", ""),
            entry("alone", "false"),
            entry("recording", "default"),
            entry("csv", "")));

    /** Trials that gave no outcome: a program that failed, or did not end. */
    private final List<Throwable> failures = new ArrayList<>();

    private CorpusRunner(String... args) {
        for (String arg : args) {
            String[] pair = arg.split("=", 2);
            if (pair.length != 2 || options.replace(pair[0], pair[1]) == null) {
                throw new IllegalArgumentException("unknown option " + arg + "; there are " + options.keySet());
            }
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        CorpusRunner runner = new CorpusRunner(args);
        List<Outcome> outcomes = runner.run();
        System.out.print(Table.of(outcomes));
        if (!runner.options.get("csv").isEmpty()) {
            Files.write(
                    Path.of(runner.options.get("csv")),
                    outcomes.stream().map(Outcome::line).toList());
        }
        runner.failures.forEach(Throwable::printStackTrace);
        System.out.println(runner.failures.size() + " trials failed");
        System.exit(runner.failures.isEmpty() ? 0 : 1);
    }

    /** All outcomes, in the order of {@code truth.csv}; used by the integration test too. */
    static List<Outcome> run(String... args) throws InterruptedException {
        CorpusRunner runner = new CorpusRunner(args);
        List<Outcome> outcomes = runner.run();
        if (!runner.failures.isEmpty()) {
            throw new IllegalStateException(runner.failures.get(0));
        }
        return outcomes;
    }

    private List<Outcome> run() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(number("side-by-side"));
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            for (Trial trial : trials()) {
                int first = running.size() < number("side-by-side") ? running.size() : 0;
                long later = 1000L * number("apart") * first;
                running.add(pool.submit(() -> {
                    Thread.sleep(later);
                    return outcome(trial);
                }));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> each : running) {
                try {
                    outcomes.add(each.get());
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Trial> trials() {
        List<String> wanted = words("programs");
        List<Truth> truths = Truth.read(
                        Path.of(AppUnderAgent.app("corpus").classPath().split(":", 2)[0]))
                .stream()
                .filter(truth -> wanted.isEmpty() || wanted.contains(truth.program()))
                .filter(truth -> truth.shape().startsWith(String.valueOf(options.get("shape"))))
                .toList();
        List<Trial> trials = new ArrayList<>();
        for (int jdk : words("jdks").stream().map(Integer::valueOf).toList()) {
            for (String collector : words("collectors")) {
                for (int repetition = 1; repetition <= number("repeat"); repetition++) {
                    for (Truth truth : truths) {
                        trials.add(new Trial(truth.on(jdk), jdk, collector, repetition));
                    }
                }
            }
        }
        return trials;
    }

    private Outcome outcome(Trial trial) throws IOException {
        Path recording = Files.createTempFile("corpus-" + trial.name() + "-", ".jfr");
        try {
            AppUnderAgent program = AppUnderAgent.app("corpus")
                    .on(Jdk.find(trial.jdk())
                            .orElseThrow(() -> new IllegalStateException("no JDK " + trial.jdk() + " found")))
                    .args(trial.truth().program(), options.get("seconds"))
                    .jvmArgs(
                            "-XX:+Use" + trial.collector() + "GC",
                            "-XX:StartFlightRecording=filename=" + recording + ",settings=" + options.get("recording"))
                    .deadline(Duration.ofSeconds(3L * number("seconds")));
            if (Boolean.parseBoolean(options.get("alone"))) {
                program.run().assertSuccess();
                return Outcome.alone(trial, JmcRule.judge(recording, number("seconds")));
            }
            AppRun run = program.agent(words("agent").toArray(String[]::new))
                    .run()
                    .assertSuccess()
                    .assertNoHarm();
            Outcome outcome = Outcome.of(trial, run, JmcRule.judge(recording, number("seconds")));
            System.err.println((Table.surprising(outcome) ? "!! " : "   ") + outcome.line() + " "
                    + run.reportDir().getParent());
            return outcome;
        } finally {
            Files.deleteIfExists(recording);
        }
    }

    private int number(String option) {
        return Integer.parseInt(String.valueOf(options.get(option)));
    }

    private List<String> words(String option) {
        return Arrays.stream(String.valueOf(options.get(option)).split(option.equals("agent") ? ";" : ","))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
