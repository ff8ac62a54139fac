package io.github.leasewarden.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks round by round, each in a JVM of its own, and appends {@code round,name,metric,value} lines: on a machine shared
 * with others only what was measured within one round can be compared.
 */
public final class Rounds {
    private Rounds() {}

    /**
     * @param args number of rounds (0 for one quick look at everything), name pattern, label to put after names, file to append to
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] args) throws RunnerException, IOException {
        int rounds = Integer.parseInt(args[0]);
        Path file = Path.of(args[3]);
        for (int round = 1; round <= Math.max(1, rounds); round++) {
            List<String> lines = new ArrayList<>();
            for (RunResult result : new Runner(options(args[1], rounds == 0).build()).run()) {
                String name =
                        result.getParams().getBenchmark().replace(Rounds.class.getPackageName() + ".", "") + args[2];
                double wall = result.getPrimaryResult().getScore();
                double cpu = result.getSecondaryResults().get(ProcessCpu.LABEL).getScore();
                lines.add(round + "," + name + ",cpu-ns," + cpu);
                lines.add(round + "," + name + ",wall-ns," + wall);
            }
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static ChainedOptionsBuilder options(String pattern, boolean quick) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(pattern)
                .forks(1)
                .threads(1)
                .shouldFailOnError(true)
                .addProfiler(ProcessCpu.class);
        if (quick) {
            return options.jvmArgs("-Xmx256m", "-XX:TieredStopAtLevel=1")
                    .exclude("Again")
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(20));
        }
        return options.jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseG1GC")
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(750))
                .measurementIterations(4)
                .measurementTime(TimeValue.milliseconds(500));
    }
}
