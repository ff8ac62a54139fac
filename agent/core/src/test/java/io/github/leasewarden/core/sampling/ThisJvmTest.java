package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The real sources, against the JVM that runs the tests. */
class ThisJvmTest {
    @Test
    void notificationsSeeARequestedCollectionAndKnowItIsOurs() {
        try (HeapSampler sampler = new HeapSampler(UptimeClock.system(), Duration.ofHours(1), sample -> {})) {
            sampler.start();
            collect(sampler);
            await().until(() -> sampler.heap().stream().anyMatch(HeapSample::ours));

            assertThat(sampler.heap()).filteredOn(HeapSample::ours).allSatisfy(sample -> {
                assertThat(sample.usedAfterGcBytes()).isPositive();
                assertThat(sample.old()).isTrue();
            });
        }
    }

    @Test
    void jfrTakesOverAndItsThreadIsADaemon() {
        try (HeapSampler sampler = new HeapSampler(UptimeClock.system(), Duration.ZERO, sample -> {})) {
            sampler.start();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        collect(sampler);
                        return sampler.capability().contains("comes from JFR");
                    });
            int before = sampler.heap().size();
            collect(sampler);
            await().atMost(Duration.ofSeconds(30)).until(() -> sampler.heap().size() > before);

            assertThat(sampler.heap()).anyMatch(HeapSample::ours);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("leasewarden-"))
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon);
        }
    }

    @Test
    void theHistogramNamesAClassOfThisTest() {
        Object[] many = new Object[500];
        for (int i = 0; i < many.length; i++) {
            many[i] = new Leaked();
        }
        ClassHistogram histogram = new ClassHistogram(UptimeClock.system(), () -> () -> {}, Duration.ofMinutes(1));

        assertThat(histogram.take(true))
                .isInstanceOfSatisfying(
                        ClassHistogram.Result.Taken.class,
                        taken -> assertThat(taken.census().classes())
                                .anyMatch(count -> count.className().equals(Leaked.class.getName())
                                        && count.instances() == many.length));
    }

    @Test
    void memoryOutsideTheHeapIsReadAndUnknownIsMinusOne() {
        NonHeapSample sample = new NonHeap(UptimeClock.system()).read();
        assertThat(sample.threads()).isPositive();
        assertThat(sample.loadedClasses()).isGreaterThan(1000);
        assertThat(sample.metaspaceBytes()).isPositive();

        assertThat(new NonHeap(UptimeClock.system(), Path.of("no-such-file"))
                        .read()
                        .rssBytes())
                .isEqualTo(-1);
    }

    private static void collect(HeapSampler sampler) {
        try (HeapSampler.OwnGc own = sampler.markOwnGc()) {
            System.gc();
        }
    }

    private static final class Leaked {}
}
