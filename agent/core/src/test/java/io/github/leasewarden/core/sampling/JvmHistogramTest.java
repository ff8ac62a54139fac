package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In JVMs of their own, because a JVM has one collector. */
class JvmHistogramTest {
    private static final int MANY = 1000;

    @ParameterizedTest
    @ValueSource(strings = {"Serial", "Parallel", "G1", "Z", "Shenandoah"})
    void itCountsWhatItSaysItCounts(String collector) throws Exception {
        assertThat(run(collector)).isEqualTo("-all as said\nlive as said\n");
    }

    @Test
    void whereShenandoahWouldStopTheApplicationToCollectItIsNotAskedTo() throws Exception {
        assertThat(run("Shenandoah", "-XX:-ExplicitGCInvokesConcurrent", "-Xlog:gc*:stdout"))
                .contains("live as said")
                .doesNotContain("Pause Full");
    }

    /** Makes objects that nothing holds and objects that are held weakly, and compares what is counted of them. */
    static final class Counts {
        private static final List<WeakReference<Object>> WEAK = new ArrayList<>();

        private static @Nullable Object last;

        private record Dropped(int number) {}

        private record Weak(int number) {}

        public static void main(String[] args) {
            for (int i = 0; i < MANY; i++) {
                last = new Dropped(i);
                WEAK.add(new WeakReference<>(new Weak(i)));
            }
            last = null;
            System.out.println("-all " + compared(false));
            System.out.println("live " + compared(true));
        }

        private static String compared(boolean live) {
            JvmHistogram command = new JvmHistogram(type -> {}, () -> true);
            ClassHistogram histogram =
                    new ClassHistogram(command, () -> 0, UptimeClock.system(), () -> () -> {}, Duration.ofMinutes(1));
            ClassCensus census = ((ClassHistogram.Result.Taken) histogram.take(live)).census();
            boolean dropped = counted(census.classes(), Dropped.class);
            boolean weak = counted(census.classes(), Weak.class);
            Counted seen = dropped ? Counted.ALL : weak ? Counted.REACHABLE : Counted.COLLECTED;
            return seen == census.counted() ? "as said" : "counts " + seen + ", not " + census.counted();
        }

        private static boolean counted(List<ClassCount> counts, Class<?> type) {
            return counts.stream()
                    .anyMatch(count -> count.className().equals(type.getName()) && count.instances() == MANY);
        }
    }

    private static String run(String collector, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Xint", // a compiler might leave out what nobody uses
                "-XX:+Use" + collector + "GC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Counts.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            try (InputStream output = process.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
