package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeapSamplerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** How long the fakes' collections last. */
    private static final long BESIDE_MILLIS = 400;

    private final FakeTime time = new FakeTime();
    private final UptimeClock clock = new UptimeClock(() -> time.nanos, time);
    private final FakeSource notifications = new FakeSource(false);
    private final FakeSource jfr = new FakeSource(true);
    private HeapSampler sampler = sampler(Duration.ofHours(1));

    private HeapSampler sampler(Duration warmUp) {
        return new HeapSampler(clock, warmUp, notifications, jfr, sample -> {});
    }

    @AfterEach
    void close() {
        sampler.close();
    }

    private void startWithJfr() {
        sampler = sampler(Duration.ZERO);
        sampler.start();
        await().until(() -> jfr.runs.get() == 1);
    }

    @Test
    void duringTheWarmUpOnlyNotificationsCount() {
        sampler.start();
        notifications.say(clock.now(), "G1 Young Generation", 50, false);

        assertThat(sampler.heap()).extracting(HeapSample::usedAfterGcBytes).containsExactly(50L);
        assertThat(jfr.runs.get()).isZero();
        assertThat(sampler.capability()).contains("until the warm-up ends");
    }

    @Test
    void theRecordingBeginsBeforeItsFirstCollection() {
        sampler = sampler(Duration.ZERO);
        time.advance(Duration.ofSeconds(2));
        sampler.start();
        await().until(() -> jfr.runs.get() == 1);
        time.advance(Duration.ofSeconds(20));
        jfr.say(clock.now(), "ZGC Major", 50, true);

        assertThat(sampler.recordingSinceNanos()).isEqualTo(2_000_000_000L);
    }

    @Test
    void jfrTakesOverWithoutLosingOrDoublingACollection() {
        startWithJfr();
        Instant first = clock.now();
        notifications.say(first, "G1 Young Generation", 50, false);
        time.advance(Duration.ofSeconds(1));
        jfr.say(first, "G1New", 50, false);
        jfr.say(first.plusMillis(500), "G1Old", 60, true);

        assertThat(sampler.heap()).extracting(HeapSample::usedAfterGcBytes).containsExactly(50L, 60L);
        assertThat(sampler.heap().get(1).uptimeNanos()).isEqualTo(500_000_000L);
        assertThat(notifications.open).isFalse();
        assertThat(sampler.capability()).contains("JFR");
    }

    @Test
    void whatIsAllocatedBesideACollectionIsNotJudgedByIt() {
        sampler.start();
        assertThat(sampler.judgedNanos()).as("nothing known").isEqualTo(Long.MAX_VALUE);
        time.advance(Duration.ofSeconds(5));
        notifications.say(clock.now(), "G1 Young Generation", 50, false);
        assertThat(sampler.judgedNanos()).as("the application stood still").isEqualTo(Long.MAX_VALUE);

        notifications.say(clock.now(), "ZGC Major Cycles", 50, true);
        time.advance(Duration.ofSeconds(5));
        notifications.say(clock.now(), "ZGC Minor Cycles", 50, false);
        assertThat(sampler.judgedNanos()).as("of one nothing is known").isZero();
        notifications.say(clock.now(), "ZGC Major Cycles", 50, true);

        assertThat(sampler.judgedNanos()).isEqualTo(5_000_000_000L - BESIDE_MILLIS * 1_000_000);
    }

    @Test
    void aJvmWithoutJfrGoesOnWithNotificationsAndSaysSo() {
        jfr.failure = new NoClassDefFoundError("jdk/jfr/consumer/RecordingStream");
        sampler = sampler(Duration.ZERO);
        sampler.start();
        await().until(() -> sampler.capability().contains("JFR is not usable"));
        notifications.say(clock.now(), "Copy", 50, false);

        assertThat(sampler.capability()).contains("RecordingStream");
        assertThat(sampler.heap()).hasSize(1);
    }

    @Test
    void aStreamThatDiesFallsBackToNotifications() {
        startWithJfr();
        jfr.say(clock.now(), "G1New", 50, false);
        jfr.ended.countDown();
        await().until(() -> notifications.runs.get() == 2);
        await().until(() -> sampler.capability().contains("stream ended"));
        notifications.say(clock.now(), "G1 Young Generation", 60, false);

        assertThat(sampler.heap()).hasSize(2);
    }

    @Test
    void withoutNotificationsJfrStartsAtOnce() {
        notifications.failure = new NoClassDefFoundError("com/sun/management/GarbageCollectionNotificationInfo");
        sampler.start();

        await().until(() -> jfr.runs.get() == 1);
    }

    @Test
    void onlyRequestedCollectionsWithinOurSpanAreOurs() {
        sampler.start();
        try (HeapSampler.OwnGc own = sampler.markOwnGc()) {
            time.advance(Duration.ofMillis(10));
            notifications.say(clock.now(), "G1 Old Generation", 40, true, "Heap Inspection Initiated GC");
            notifications.say(clock.now(), "G1 Young Generation", 50, false, "G1 Evacuation Pause");
        }
        time.advance(Duration.ofMinutes(1));
        notifications.say(clock.now(), "G1 Old Generation", 41, true, "System.gc()");

        assertThat(sampler.heap()).extracting(HeapSample::ours).containsExactly(true, false, false);
    }

    @Test
    void aListenerThatThrowsIsCountedAndHarmless() {
        sampler = new HeapSampler(clock, Duration.ofHours(1), notifications, jfr, sample -> {
            throw new IllegalStateException("listener");
        });
        sampler.start();
        notifications.say(clock.now(), "Copy", 50, false);

        assertThat(sampler.heap()).hasSize(1);
        assertThat(sampler.suppressed()).isEqualTo(1);
    }

    @Test
    void historyIsBoundedAndKeepsFloorsAndOldCollections() {
        sampler.start();
        for (int i = 0; i < 10 * HeapSampler.MOST_HEAP_SAMPLES; i++) {
            time.advance(Duration.ofMillis(100));
            notifications.say(clock.now(), "Copy", i == 5 ? 1 : 100 + i % 7, i == 40);
        }
        List<HeapSample> heap = sampler.heap();

        assertThat(heap).hasSizeLessThanOrEqualTo(HeapSampler.MOST_HEAP_SAMPLES);
        assertThat(heap).anyMatch(sample -> sample.usedAfterGcBytes() == 1);
        assertThat(heap).filteredOn(HeapSample::old).hasSize(1);
        assertThat(heap).isSortedAccordingTo(java.util.Comparator.comparingLong(HeapSample::uptimeNanos));
    }

    @Test
    void afterCloseNothingIsRecordedAndNoThreadRemains() {
        startWithJfr();
        sampler.close();
        notifications.say(clock.now(), "Copy", 50, false);

        assertThat(sampler.heap()).isEmpty();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("leasewarden-jfr")));
    }

    @Test
    void aJfrThatNeverClosesDoesNotKeepTheJvmFromExiting() {
        GcSource stuck = new GcSource() {
            @Override
            public void run(Consumer<GcReading> sink, Runnable running) {}

            @Override
            public void close() {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        HeapSampler exiting = new HeapSampler(clock, Duration.ofHours(1), notifications, stuck, sample -> {});
        assertTimeoutPreemptively(Duration.ofSeconds(5), exiting::close);
    }

    @Test
    void aClockThatJumpedCannotMoveAnEventOutOfTheAgentsLife() {
        time.advance(Duration.ofSeconds(10));

        assertThat(clock.uptimeNanosAt(START.plusSeconds(3600))).isEqualTo(10_000_000_000L);
        assertThat(clock.uptimeNanosAt(START.minusSeconds(3600))).isEqualTo(10_000_000_000L);
        assertThat(clock.uptimeNanosAt(START.minusSeconds(1))).isZero();
        assertThat(clock.uptimeNanosAt(START.plusSeconds(4))).isEqualTo(4_000_000_000L);
    }

    @Test
    void whatIsUpToAMinuteOldIsBelieved() {
        time.advance(Duration.ofHours(2));
        Instant aMinuteAgo = clock.now().minusSeconds(60);

        assertThat(clock.uptimeNanosAt(aMinuteAgo))
                .isEqualTo(Duration.ofSeconds(7140).toNanos());
        assertThat(clock.uptimeNanosAt(aMinuteAgo.minusNanos(1))).isEqualTo(clock.uptimeNanos());
    }

    @Test
    void aWallClockThatWasSetForwardDoesNotMakeReadingsOld() {
        startWithJfr();
        time.advance(Duration.ofHours(2));
        jfr.say(clock.now().minus(Duration.ofHours(1)), "G1New", 50, false);

        assertThat(sampler.latest()).isNotNull().returns(clock.uptimeNanos(), HeapSample::uptimeNanos);
    }

    @Test
    void aCollectionThatTookMinutesBeganMinutesAgo() {
        startWithJfr();
        time.advance(Duration.ofHours(2));
        jfr.besideMillis = 300_000;
        jfr.say(clock.now(), "ZGC Major", 50, true);
        jfr.say(clock.now(), "ZGC Major", 50, true);

        assertThat(sampler.judgedNanos())
                .isEqualTo(Duration.ofHours(2).minusMinutes(5).toNanos());
    }

    private static final class FakeTime extends Clock {
        private volatile long nanos;

        void advance(Duration by) {
            nanos += by.toNanos();
        }

        @Override
        public Instant instant() {
            return START.plusNanos(nanos);
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    private static final class FakeSource implements GcSource {
        private final boolean blocks;
        private final AtomicInteger runs = new AtomicInteger();
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile Consumer<GcReading> sink = reading -> {};
        private volatile boolean open;
        private volatile Error failure;
        private volatile long besideMillis = BESIDE_MILLIS;

        private FakeSource(boolean blocks) {
            this.blocks = blocks;
        }

        @Override
        public void run(Consumer<GcReading> consumer, Runnable running) throws InterruptedException {
            if (failure != null) {
                throw failure;
            }
            sink = consumer;
            open = true;
            running.run();
            runs.incrementAndGet();
            if (blocks) {
                ended.await();
            }
        }

        @Override
        public void close() {
            open = false;
            if (blocks) {
                ended.countDown();
            }
        }

        void say(Instant at, String collection, long used, boolean old) {
            say(at, collection, used, old, "Allocation Failure");
        }

        void say(Instant at, String collection, long used, boolean old, String cause) {
            sink.accept(new GcReading(
                    at.minusMillis(besideMillis), at, collection, cause, used, old, false, Duration.ofMillis(3)));
        }
    }
}
