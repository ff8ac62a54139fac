package io.github.leasewarden.core.detection;

import static io.github.leasewarden.core.detection.Simulated.leaseEvidence;
import static io.github.leasewarden.core.detection.Simulated.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.leasewarden.core.detection.Simulated.SiteBuilder;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LeaseLeakDetectorTest {
    private static final int RUN = 600;

    private static List<SiteGrowth> found(LongFunction<SiteBuilder> site) {
        return found(RUN, site);
    }

    private static List<SiteGrowth> found(int seconds, LongFunction<SiteBuilder> site) {
        return LeaseLeakDetector.detect(
                leaseEvidence(seconds, t -> List.of(site.apply(t).build())));
    }

    @Test
    void aSiteThatNeverReleasesAccumulates() {
        List<SiteGrowth> found = found(t -> site("leak").opened(t / 5.0));

        assertThat(found).singleElement().satisfies(growth -> {
            assertThat(growth.accumulating()).isTrue();
            assertThat(growth.twoWitnesses()).isFalse();
            assertThat(growth.growthPerMinute()).isCloseTo(12, within(0.5));
        });
    }

    @Test
    void aSlowLeakOfOneLeaseAMinuteIsFoundInHalfAnHour() {
        assertThat(found(1800, t -> site("slow").opened(t / 60.0))).hasSize(1);
    }

    @Test
    void fourHundredFiftyQuietSubscribersOpenedAtStartUpAreSilent() {
        assertThat(found(t -> site("quiet").opened(Math.min(450, t * 9)).idle(t > 300 ? 450 : 0)))
                .isEmpty();
    }

    @Test
    void aPlateauReachedAfterTheWarmUpBecomesSilent() {
        assertThat(found(1200, t -> site("ramp").opened(Math.min(450, t)))).isEmpty();
    }

    @Test
    void fewLeasesAreSilent() {
        assertThat(found(t -> site("few").opened(t / 100.0))).isEmpty();
    }

    @Test
    void sessionChurnIsSilent() {
        Random random = new Random(11);
        assertThat(found(t -> {
                    long opened = t * 20;
                    return site("churn").opened(opened).released(opened - 30 - random.nextInt(40));
                }))
                .isEmpty();
    }

    @Test
    void aBusyServiceWhoseOpenCountFollowsItsLoadIsSilent() {
        // opening rate doubles over the run, each lease lives 20 s
        assertThat(found(t -> {
                    double opened = 10 * t + 10.0 * t * t / (2 * RUN);
                    double before = Math.max(0, t - 20);
                    return site("load").opened(opened).released(10 * before + 10 * before * before / (2 * RUN));
                }))
                .isEmpty();
    }

    @Test
    void aDailyWaveThatComesBackIsSilent() {
        assertThat(found(3600, t -> {
                    double open = 200 + 150 * Math.sin(2 * Math.PI * t / 700);
                    return site("wave").opened(20.0 * t + open).released(20.0 * t);
                }))
                .isEmpty();
    }

    @Test
    void aLeakUnderHeavyChurnIsFound() {
        Random random = new Random(5);
        assertThat(found(1800, t -> {
                    double opened = 20.0 * t;
                    return site("hidden").opened(opened).released(opened - 20 - random.nextInt(40) - t / 10.0);
                }))
                .hasSize(1);
    }

    @Test
    void leasesTheLibraryDroppedItselfAreNotOwed() {
        assertThat(found(t -> site("dropped").opened(t).collected(t))).isEmpty();
    }

    @Test
    void leasesTheAgentExpiredAreStillOwed() {
        assertThat(found(t -> site("cured").opened(t).expired(t))).hasSize(1);
    }

    @Test
    void aLeakThatStartsLateIsFound() {
        assertThat(found(1800, t -> site("late").opened(20 + Math.max(0, t - 1300) / 4.0)))
                .hasSize(1);
    }

    @Test
    void abandonedHandlesAreASecondWitnessEvenDuringTheWarmUp() {
        List<SiteGrowth> found = found(50, t -> site("abandoned").opened(t).abandoned(t / 2.0));

        assertThat(found).singleElement().satisfies(growth -> {
            assertThat(growth.proven()).isTrue();
            assertThat(growth.twoWitnesses()).isTrue();
            assertThat(growth.evidence()).anyMatch(text -> text.contains("garbage collected without a release"));
        });
    }

    /** An empty pool stops its own leak; the sessions it lost are lost all the same. */
    @Test
    void leasesLostForGoodStayALeakWhenNoMoreAreOpened() {
        assertThat(found(t -> site("lost").opened(Math.min(20, t)).abandoned(Math.min(20, t))))
                .singleElement()
                .matches(SiteGrowth::proven);
        assertThat(found(t -> site("given back")
                        .opened(Math.min(20, t))
                        .abandoned(Math.min(20, t))
                        .expired(Math.min(20, t))))
                .isEmpty();
    }

    @Test
    void aSingleAbandonedHandleProvesNothingAboutTheSite() {
        assertThat(found(t -> site("one").opened(t).abandoned(1)))
                .singleElement()
                .matches(growth -> !growth.proven());
    }

    @Test
    void endedOwnersAreASecondWitness() {
        assertThat(found(t -> site("owners").opened(t).ownersGone(t / 10.0)))
                .singleElement()
                .matches(SiteGrowth::twoWitnesses);
    }

    @Test
    void aGrowingCrowdPastItsTtlIsASecondWitnessUnlessTheTtlWasWrong() {
        assertThat(found(t -> site("idle").opened(t).idle(t - 120)))
                .singleElement()
                .matches(SiteGrowth::twoWitnesses);
        assertThat(found(t -> site("used").opened(t).idle(t - 120).disarmed()))
                .singleElement()
                .matches(growth -> !growth.twoWitnesses());
    }

    @Test
    void unsampledOpensAreAccusedOnlyWhereNoSampledSiteExplainsThem() {
        LongFunction<List<io.github.leasewarden.core.lease.SiteCount>> both = t -> List.of(
                site("a").opened(t).build(),
                site("rest").unsampled().opened(3 * t).build());
        assertThat(LeaseLeakDetector.detect(leaseEvidence(RUN, both)))
                .extracting(growth -> growth.now().fingerprint())
                .containsExactly("a");

        assertThat(found(t -> site("rest").unsampled().opened(3 * t)))
                .singleElement()
                .satisfies(growth -> {
                    assertThat(growth.evidence()).anyMatch(text -> text.contains("not sampled"));
                    assertThat(growth.where()).contains("rule reactor");
                });
    }

    @Test
    void sitesWithProofComeFirstHoweverSlow() {
        LongFunction<List<io.github.leasewarden.core.lease.SiteCount>> both = t -> List.of(
                site("fast").opened(10 * t).build(),
                site("proven").opened(t / 5.0).abandoned(t / 6.0).build());

        assertThat(LeaseLeakDetector.detect(leaseEvidence(RUN, both)))
                .extracting(growth -> growth.now().fingerprint())
                .containsExactly("proven", "fast");
    }

    @Test
    void thousandSitesOfRandomChurnAreSilent() {
        Random random = new Random(99);
        LongFunction<List<io.github.leasewarden.core.lease.SiteCount>> sites = t -> LongStream.range(0, 1000)
                .mapToObj(i -> site("s" + i)
                        .opened(t * 5)
                        .released(t * 5 - 20 - random.nextInt(20))
                        .build())
                .toList();

        assertThat(LeaseLeakDetector.detect(leaseEvidence(RUN, sites))).hasSizeLessThanOrEqualTo(2);
    }
}
