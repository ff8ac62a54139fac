package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassHistogramTest {
    private static final String TEXT = """
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:         18227       48656664  [B (java.base@17.0.15)
               2:            40           1280  com.acme.Feed$$Lambda$14/0x00007f1c2c0b8 (app)
               3:            10            320  com.acme.Feed$$Lambda$14/0x00007f1c2c0c0
               4:            30            960  com.acme.Order
               5:             1             32  com.acme.Singleton
            Total        122363       52741688
            """;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong heapUsed = new AtomicLong(10 << 20);
    private final AtomicInteger marked = new AtomicInteger();
    private final AtomicLong cpu = new AtomicLong();
    private Duration takes = Duration.ofMillis(40);
    private double computing = 1;

    private final ClassHistogram histogram = new ClassHistogram(
            live -> {
                nanos.addAndGet(takes.toNanos());
                cpu.addAndGet((long) (takes.toNanos() * computing));
                return TEXT;
            },
            heapUsed::get,
            heapUsed::get,
            cpu::get,
            new UptimeClock(nanos::get, Clock.systemUTC()),
            () -> {
                marked.incrementAndGet();
                return marked::decrementAndGet;
            },
            ClassHistogram.MAX_PAUSE);

    @Test
    void linesBecomeCountsAndHiddenClassesAreSummed() {
        assertThat(HistogramParser.parse(TEXT))
                .containsExactly(
                        new ClassCount("[B", 18227, 48656664),
                        new ClassCount("com.acme.Feed$$Lambda$14", 50, 1600),
                        new ClassCount("com.acme.Order", 30, 960));
    }

    @Test
    void theTotalKnowsEveryLineButWhatACollectorFillsGapsWith() {
        String filled = TEXT + "  6:  40  40000  jdk.internal.vm.FillerArray (java.base@25)\n"
                + "  7:  9  90000  [Ljdk.internal.vm.FillerElement; (java.base@25)\n";

        assertThat(HistogramParser.totalBytes(filled)).isEqualTo(48656664 + 1280 + 320 + 960 + 32);
        assertThat(HistogramParser.parse(filled))
                .extracting(ClassCount::className)
                .doesNotContain("jdk.internal.vm.FillerArray");
    }

    @Test
    void anythingElseIsNoHistogramButNoFailureEither() {
        assertThat(HistogramParser.parse("")).isEmpty();
        assertThat(HistogramParser.parse("java.lang.OutOfMemoryError\n 1: x y z\n"))
                .isEmpty();
    }

    @Test
    void aCensusCarriesItsPauseAndTheMarkIsTakenBack() {
        assertThat(histogram.take(true)).isInstanceOfSatisfying(ClassHistogram.Result.Taken.class, taken -> {
            assertThat(taken.census().pause()).isEqualTo(takes);
            assertThat(taken.census().live()).isTrue();
        });
        assertThat(marked).hasValue(0);
    }

    @Test
    void aLargeHeapIsRefusedWithTheReason() {
        heapUsed.set(1L << 30);

        assertThat(histogram.take(true))
                .isInstanceOfSatisfying(
                        ClassHistogram.Result.Refused.class,
                        refused ->
                                assertThat(refused.why()).contains("1024 MiB").contains("300 ms"));
        assertThat(nanos).hasValue(0);
    }

    @Test
    void garbageIncludedIsTheNextBest() {
        heapUsed.set(100L << 20);

        assertThat(histogram.best())
                .isInstanceOfSatisfying(
                        ClassHistogram.Result.Taken.class,
                        taken -> assertThat(taken.census().live()).isFalse());
    }

    /** As on ZGC and Shenandoah. */
    private final class Following implements ClassHistogram.Command {
        private final boolean collects;

        private Following(boolean collects) {
            this.collects = collects;
        }

        @Override
        public String run(boolean live) {
            assertThat(live).isFalse();
            nanos.addAndGet(takes.toNanos());
            return TEXT;
        }

        @Override
        public boolean followsReferences() {
            return true;
        }

        @Override
        public boolean collect() {
            nanos.addAndGet(Duration.ofSeconds(3).toNanos());
            cpu.addAndGet(Duration.ofSeconds(1).toNanos());
            return collects;
        }
    }

    @ParameterizedTest
    @CsvSource({"true, COLLECTED", "false, REACHABLE"})
    void whereReferencesAreFollowedACollectionBesideTheApplicationGoesBefore(boolean collects, Counted counted) {
        ClassHistogram following = following(collects);

        assertThat(following.best()).isInstanceOfSatisfying(ClassHistogram.Result.Taken.class, taken -> {
            assertThat(taken.census().counted()).isEqualTo(counted);
            assertThat(taken.census().pause()).isEqualTo(takes);
            assertThat(taken.collecting()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        });
    }

    private ClassHistogram following(boolean collects) {
        return new ClassHistogram(
                new Following(collects),
                () -> 10L << 30, // garbage does not count
                heapUsed::get,
                cpu::get,
                new UptimeClock(nanos::get, Clock.systemUTC()),
                () -> () -> {},
                ClassHistogram.MAX_PAUSE);
    }

    /** Else one second of a busy service would use up what all censuses of some minutes may. */
    @Test
    void whatTheApplicationComputesBesideACollectionIsNotHeldAgainstTheCensus() {
        ClassHistogram following = following(true);
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        cpu.addAndGet(Duration.ofSeconds(8).toNanos());

        // a second in three, of which the application takes 8 in 30
        assertThat(following.best())
                .isInstanceOfSatisfying(
                        ClassHistogram.Result.Taken.class,
                        taken -> assertThat(taken.collecting()).isEqualTo(Duration.ofMillis(200)));
    }

    @Test
    void aSlowMachineIsLearntAndForgottenAgain() {
        takes = Duration.ofSeconds(2);
        assertThat(histogram.take(true)).isInstanceOf(ClassHistogram.Result.Taken.class);
        takes = Duration.ofMillis(10);

        assertThat(refusals()).isBetween(5, 15);
    }

    @Test
    void eachOverrunMakesTheNextOneHarderToGet() {
        takes = Duration.ofSeconds(2);
        histogram.take(true);
        int afterTheFirst = refusals();
        int afterTheSecond = refusals();
        int afterTheThird = refusals();

        assertThat(afterTheSecond).isGreaterThan(afterTheFirst);
        assertThat(afterTheThird).isGreaterThan(3 * afterTheFirst);
    }

    @Test
    void waitingForAProcessorIsNotHeldAgainstTheHeap() {
        takes = Duration.ofSeconds(2);
        computing = 0.01;
        assertThat(histogram.take(true)).isInstanceOfSatisfying(ClassHistogram.Result.Taken.class, taken -> {
            assertThat(taken.census().pause()).isEqualTo(takes);
            assertThat(taken.census().work()).isEqualTo(Duration.ofMillis(30));
        });

        assertThat(refusals()).isZero();
    }

    /** How often it is refused before it is taken again. */
    private int refusals() {
        int refused = 0;
        while (histogram.take(true) instanceof ClassHistogram.Result.Refused) {
            refused++;
        }
        return refused;
    }

    @Test
    void aJvmWithoutTheCommandIsRefusedInWords() {
        ClassHistogram broken = new ClassHistogram(
                live -> {
                    throw new MBeanException(new IllegalStateException("no such operation"));
                },
                heapUsed::get,
                heapUsed::get,
                () -> -1,
                UptimeClock.system(),
                () -> () -> {},
                ClassHistogram.MAX_PAUSE);

        assertThat(broken.best()).isInstanceOf(ClassHistogram.Result.Refused.class);
    }
}
