package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The real sources, against the JVM that runs the tests. */
class ThisJvmTest {
    @Test
    void notificationsSeeARequestedCollectionAndKnowItIsOurs() {
        try (HeapSampler sampler = new HeapSampler(
                UptimeClock.system(), Duration.ofHours(1), new ThreadStarts(), sample -> {}, line -> {})) {
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
        try (HeapSampler sampler =
                new HeapSampler(UptimeClock.system(), Duration.ZERO, new ThreadStarts(), sample -> {}, line -> {})) {
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
        ClassHistogram histogram = new ClassHistogram(
                new JvmHistogram(type -> {}, () -> true),
                () -> -1,
                UptimeClock.system(),
                () -> () -> {},
                Duration.ofMinutes(1));

        assertThat(histogram.take(true))
                .isInstanceOfSatisfying(
                        ClassHistogram.Result.Taken.class,
                        taken -> assertThat(taken.census().classes())
                                .anyMatch(count -> count.className().equals(Leaked.class.getName())
                                        && count.instances() == many.length));
    }

    @Test
    void oldObjectsAreCollectedForAWhileAndThenReadWithTheirLine() {
        try (HeapSampler sampler =
                new HeapSampler(UptimeClock.system(), null, new ThreadStarts(), sample -> {}, line -> {})) {
            sampler.start();
            sampler.needJfr();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                collect(sampler);
                return sampler.capability().contains("comes from JFR");
            });
            List<String> told = new ArrayList<>();
            List<byte[]> kept = new ArrayList<>();
            // which allocations are sampled is chance
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        for (int i = 0; i < 500; i++) {
                            kept.add(new byte[20_000]);
                        }
                        OldObjects objects = new OldObjects(told::add);
                        assertThat(take(objects, 0))
                                .as("before anything was collected")
                                .isEmpty();
                        Optional<OldObjects.Found> found = take(objects, 20);
                        assertThat(told).isEmpty();
                        assertThat(take(objects, 21)).as("again so soon").isEmpty();
                        return found.orElseThrow().objects().stream()
                                .anyMatch(object -> object.ageSeconds() >= 0
                                        && object.frames().stream().anyMatch(frame -> frame.contains("ThisJvmTest")));
                    });
            assertThat(kept).isNotEmpty();
        }
    }

    private static Optional<OldObjects.Found> take(OldObjects objects, int second) {
        return objects.take(Duration.ofSeconds(second).toNanos(), Long.MAX_VALUE, 1 << 20, Duration.ofMillis(300));
    }

    @Test
    void whoStartsThreadsIsKnownOnceJfrRuns() {
        ThreadStarts starts = new ThreadStarts();
        try (HeapSampler sampler =
                new HeapSampler(UptimeClock.system(), Duration.ZERO, starts, sample -> {}, line -> {})) {
            sampler.start();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        new Thread(() -> {}, "download-" + System.nanoTime()).start();
                        return !starts.of("download-*").isEmpty();
                    });

            assertThat(starts.of("download-*").get(0)).contains("ThisJvmTest.java");
            await().atMost(Duration.ofSeconds(60)).until(() -> sampler.recordingSinceNanos() >= 0);
        }
    }

    @Test
    void threadsAreCountedByNameAndThoseThatSleepAreKnown() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Thread thread = new Thread(() -> awaitQuietly(end), "upload-" + i + "-watcher");
            thread.setDaemon(true);
            thread.start();
            waiting.add(thread);
        }
        await().until(() -> waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        Threads threads = new Threads(UptimeClock.system(), new ThreadStarts());
        threads.census();
        ThreadGroupCount group = threads.census().groups().stream()
                .filter(each -> each.pattern().equals("upload-*-watcher"))
                .findFirst()
                .orElseThrow();
        end.countDown();

        assertThat(group.threads()).isEqualTo(12);
        assertThat(group.asleep()).isEqualTo(12);
        assertThat(group.pooled()).isFalse();
        assertThat(group.frames().get(0)).contains("ThisJvmTest");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
