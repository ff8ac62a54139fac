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
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In JVMs of their own, because a JVM has one collector. */
class JvmHistogramTest {
    private static final int MANY = 1000;
    private static final String WARNING = "\\[.*] GC locker is held; pre-dump GC was skipped\n";
    private static final String COMPRESSING = "compressing";

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

    /** Before 22 (G1) and 25 a thread in native code that uses an array holds every collection up. */
    @ParameterizedTest
    @ValueSource(strings = {"Serial", "Parallel", "G1"})
    void whileNativeCodeHoldsCollectionsUpItSaysThatItCountsGarbage(String collector) throws Exception {
        String output = run(collector, "-D" + COMPRESSING + "=true");

        assertThat(output.replaceAll(WARNING, ""))
                .isEqualTo("-all as said\nlive as said\nlive as said\nlive as said\n");
        assertThat(output.split(WARNING, -1).length - 1)
                .as("the JVM's own warnings on standard output")
                .isLessThanOrEqualTo(1);
    }

    /** Makes objects that nothing holds and objects that are held weakly, and compares what is counted of them. */
    static final class Counts {
        private static final List<WeakReference<Object>> WEAK = new ArrayList<>();
        private static final ClassHistogram HISTOGRAM = new ClassHistogram(
                new JvmHistogram(type -> {}, () -> true),
                () -> 0,
                UptimeClock.system(),
                () -> () -> {},
                Duration.ofMinutes(1));

        private static @Nullable Object last;
        private static volatile boolean compressed;

        private record Dropped(int number) {}

        private record Weak(int number) {}

        public static void main(String[] args) {
            boolean compressing = Boolean.getBoolean(COMPRESSING);
            if (compressing) {
                Thread thread = new Thread(Counts::compress, "compressing");
                thread.setDaemon(true);
                thread.start();
                while (!compressed) {
                    Thread.onSpinWait();
                }
            }
            for (int i = 0; i < MANY; i++) {
                last = new Dropped(i);
                WEAK.add(new WeakReference<>(new Weak(i)));
            }
            last = null;
            System.out.println("-all " + compared(false));
            for (int times = compressing ? 3 : 1; times > 0; times--) {
                System.out.println("live " + compared(true));
            }
        }

        /** In native code nearly all of the time. */
        private static void compress() {
            byte[] input = new byte[32 << 20];
            byte[] output = new byte[1 << 20];
            while (true) {
                Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
                deflater.setInput(input);
                deflater.finish();
                while (!deflater.finished()) {
                    deflater.deflate(output);
                }
                deflater.end();
                compressed = true;
            }
        }

        private static String compared(boolean live) {
            ClassCensus census = ((ClassHistogram.Result.Taken) HISTOGRAM.take(live)).census();
            boolean dropped = counted(census.classes(), Dropped.class);
            boolean weak = counted(census.classes(), Weak.class);
            Counted seen = dropped ? Counted.ALL : weak ? Counted.REACHABLE : Counted.COLLECTED;
            // a young collection of the JVM's own, once the array is let go of, may have come before
            boolean atMost = compressed && census.counted() == Counted.ALL;
            return seen == census.counted() || atMost ? "as said" : "counts " + seen + ", not " + census.counted();
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
