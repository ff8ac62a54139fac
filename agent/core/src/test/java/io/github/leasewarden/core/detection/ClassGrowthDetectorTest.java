package io.github.leasewarden.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassCount;
import io.github.leasewarden.core.sampling.Counted;
import io.github.leasewarden.core.sampling.Inspection;
import io.github.leasewarden.core.sampling.OldObject;
import io.github.leasewarden.core.sampling.OldObjects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassGrowthDetectorTest {
    static List<ClassCensus> censuses(int count, boolean live, String name, LongUnaryOperator instances) {
        return censuses(count, live, name, instances, 0);
    }

    /** @param growth bytes by which everything together grows from one census to the next */
    static List<ClassCensus> censuses(int count, boolean live, String name, LongUnaryOperator instances, long growth) {
        List<ClassCensus> censuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long now = instances.applyAsLong(i);
            censuses.add(new ClassCensus(
                    Simulated.nanos(100 + 60 * i),
                    live ? Counted.COLLECTED : Counted.ALL,
                    List.of(new ClassCount("[B", 1000L + 500 * i, 1 << 20), new ClassCount(name, now, now * 32)),
                    (40L << 20) + growth * i,
                    Duration.ofMillis(80),
                    Duration.ofMillis(80)));
        }
        return censuses;
    }

    private static List<ClassGrowth> found(List<ClassCensus> censuses) {
        return found(censuses, -1);
    }

    private static List<ClassGrowth> found(List<ClassCensus> censuses, long maxHeapBytes) {
        return ClassGrowthDetector.detect(Evidence.none(DetectionSettings.DEFAULTS)
                .withHeap(List.of(), maxHeapBytes)
                .withClasses(censuses)
                .withUptimeNanos(Simulated.nanos(1000)));
    }

    @Test
    void anApplicationClassThatGrowsInThreeCensusesIsNamed() {
        assertThat(found(censuses(3, true, "com.acme.Order", i -> 100 + 50 * i)))
                .singleElement()
                .satisfies(growth -> {
                    assertThat(growth.className()).isEqualTo("com.acme.Order");
                    assertThat(growth.grown()).isEqualTo(100);
                    assertThat(growth.perMinute()).isEqualTo(50);
                });
    }

    @Test
    void twoCensusesAreNotEnough() {
        assertThat(found(censuses(2, true, "com.acme.Order", i -> 100 + 50 * i)))
                .isEmpty();
    }

    /** Two looks at 1564 sessions that come and go by chance differ by 56 in a third of all cases, and by 158 in one of two hundred. */
    @Test
    void whatComesAndGoesByChanceIsNoGrowthUntilItIsMoreThanChance() {
        assertThat(found(censuses(5, true, "com.acme.Session", i -> 1564 + 23 * i)))
                .isEmpty();
        assertThat(found(censuses(9, true, "com.acme.Session", i -> 1564 + 23 * i)))
                .hasSize(1);
    }

    @Test
    void jdkClassesArraysAndOurOwnAreNeverAccused() {
        assertThat(found(censuses(4, true, "java.util.HashMap$Node", i -> 100 + 50 * i)))
                .isEmpty();
        assertThat(found(censuses(4, true, "[Lcom.acme.Order;", i -> 100 + 50 * i)))
                .isEmpty();
        assertThat(found(censuses(4, true, "io.github.leasewarden.core.lease.Lease", i -> 100 + 50 * i)))
                .isEmpty();
    }

    @Test
    void whereNoneOfTheApplicationGrowsAClassOfTheJdkStandsForTheFieldThatAChainLeadsTo() {
        Evidence entries = Evidence.none(DetectionSettings.DEFAULTS)
                .withClasses(censuses(4, true, "java.util.HashMap$Node", i -> 100 + 50 * i))
                .withUptimeNanos(Simulated.nanos(1000));

        assertThat(ClassGrowthDetector.detect(
                        entries.withInspection(chains("com.acme.Shop.orders", "com.acme.Shop.orders"))))
                .as("and not the arrays, whose bytes stand still")
                .singleElement()
                .satisfies(growth -> {
                    assertThat(growth.className()).isEqualTo("java.util.HashMap$Node");
                    assertThat(growth.heldBy()).isEqualTo("com.acme.Shop.orders");
                });
        assertThat(ClassGrowthDetector.detect(
                        entries.withInspection(chains("com.acme.Shop.orders", "com.acme.Shop.prices"))))
                .isEmpty();
        assertThat(ClassGrowthDetector.detect(
                        entries.withClasses(censuses(4, true, "com.acme.Order", i -> 100 + 50 * i))
                                .withInspection(chains("com.acme.Shop.orders", "com.acme.Shop.orders"))))
                .extracting(ClassGrowth::className)
                .containsExactly("com.acme.Order");
    }

    /** Byte arrays in map entries, allocated at two lines and held by these two fields. */
    @Test
    void whatPilesUpInObjectsOfWhichThereAreEverMoreIsHeldByWhoeverHoldsThose() {
        Evidence evidence = entriesBeside("com.acme.Bucket", 5, 8, 11, 14, 17, 20)
                .withInspection(chains("com.acme.Bucket.entries", "com.acme.Bucket.entries", "com.acme.Shop.buckets"));

        assertThat(ClassGrowthDetector.detect(evidence))
                .isNotEmpty()
                .allSatisfy(growth -> assertThat(growth.heldBy()).isEqualTo("com.acme.Shop.buckets"));
    }

    /** Rows are read, then joined, then written: what is in them grows steadily, but is in something else each time. */
    @Test
    void whatPilesUpInObjectsOfWhichThereWereMoreForAWhileIsNotHeldByWhoeverHoldsThose() {
        Evidence evidence = entriesBeside("com.acme.Joined", 0, 0, 50, 100, 150, 130)
                .withInspection(chains("com.acme.Joined.row", "com.acme.Joined.row", "com.acme.Import.joined"));

        assertThat(ClassGrowthDetector.detect(evidence)).isEmpty();
    }

    /** Ever more entries, and so many instances of the class, census by census. */
    private static Evidence entriesBeside(String className, long... instances) {
        List<ClassCensus> censuses = new ArrayList<>();
        for (ClassCensus census : censuses(instances.length, true, "java.util.HashMap$Node", i -> 100 + 50 * i)) {
            List<ClassCount> classes = new ArrayList<>(census.classes());
            long now = instances[censuses.size()];
            classes.add(new ClassCount(className, now, 24 * now));
            censuses.add(new ClassCensus(census.uptimeNanos(), census.counted(), classes, Duration.ofMillis(80)));
        }
        return Evidence.none(DetectionSettings.DEFAULTS).withClasses(censuses).withUptimeNanos(Simulated.nanos(1000));
    }

    /** Entries of maps in one of two fields, and the fields further out. */
    static Inspection chains(String first, String second, String... outer) {
        List<OldObject> objects = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            objects.add(new OldObject(
                    "[B",
                    100,
                    10 * i,
                    List.of("com.acme.Shop.add(Shop.java:" + i % 2 + ")"),
                    Stream.concat(
                                    Stream.of(
                                            "java.util.HashMap$Node.value",
                                            "[Ljava.util.HashMap$Node;",
                                            "java.util.HashMap.table",
                                            i % 2 == 0 ? first : second),
                                    Stream.of(outer))
                            .toList(),
                    null));
        }
        OldObjects.Found found = new OldObjects.Found(Simulated.nanos(550), 120, objects, Duration.ZERO, Duration.ZERO);
        return new Inspection(found, List.of(), Map.of(), -1, List.of());
    }

    @Test
    void aCacheThatFillsAndStopsIsNotNamed() {
        assertThat(found(censuses(5, true, "com.acme.Entry", i -> Math.min(300, 100 + 100 * i))))
                .isEmpty();
    }

    @Test
    void aFewMoreInstancesOfALargePopulationAreNotNamed() {
        assertThat(found(censuses(4, true, "com.acme.Entry", i -> 100_000 + 40 * i)))
                .isEmpty();
    }

    @Test
    void oneDipClearsAClass() {
        assertThat(found(censuses(4, true, "com.acme.Entry", i -> i == 2 ? 90 : 100 + 50 * i)))
                .isEmpty();
    }

    @Test
    void countsWithGarbageAndWithoutAreNeverMixed() {
        List<ClassCensus> mixed = new ArrayList<>(censuses(2, true, "com.acme.Entry", i -> 100 + 50 * i));
        mixed.addAll(censuses(2, false, "com.acme.Entry", i -> 300 + 50 * i));

        assertThat(found(mixed)).isEmpty();
    }

    @Test
    void arraysOfItsOwnCountEvenWhereOthersComeAndGo() {
        assertThat(found(withArrays(i -> 100 * i + 60 * (i * 3 % 7))))
                .singleElement()
                .satisfies(growth -> assertThat(growth.grownBytes()).isBetween(400_000.0, 900_000.0));
    }

    @Test
    void arraysThatOnlyComeAndGoAreNotItsOwn() {
        assertThat(found(withArrays(i -> 60 * (i * 3 % 7))))
                .singleElement()
                .satisfies(growth -> assertThat(growth.grownBytes()).isLessThan(40_000));
    }

    @Test
    void fewInstancesAreEnoughIfEachIsLarge() {
        assertThat(found(segments(1 << 20), 256L << 20)).singleElement().satisfies(growth -> {
            assertThat(growth.className()).isEqualTo("com.acme.Segment");
            assertThat(growth.grownBytes()).isBetween(20e6, 25e6);
        });
        assertThat(found(segments(1 << 10), 256L << 20)).isEmpty();
        assertThat(found(segments(1 << 20), -1)).isEmpty();
    }

    /** Eight censuses, each with three more segments; so many other arrays come and go that their number says nothing. */
    private static List<ClassCensus> segments(long size) {
        List<ClassCensus> censuses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            long segments = 4 + 3L * i;
            long arrays = 5000 + i % 3 * 400L + segments;
            censuses.add(new ClassCensus(
                    Simulated.nanos(100 + 10 * i),
                    Counted.COLLECTED,
                    List.of(
                            new ClassCount("[B", arrays, 50 * arrays + size * segments),
                            new ClassCount("com.acme.Segment", segments, 24 * segments)),
                    Duration.ofMillis(80)));
        }
        return censuses;
    }

    /** Eight censuses, each with a hundred more orders of 32 bytes; arrays of 1000 bytes beside them. */
    private static List<ClassCensus> withArrays(LongUnaryOperator arrays) {
        List<ClassCensus> censuses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            long ofBytes = 5000 + arrays.applyAsLong(i);
            censuses.add(new ClassCensus(
                    Simulated.nanos(100 + 10 * i),
                    Counted.COLLECTED,
                    List.of(
                            new ClassCount("[B", ofBytes, 1000 * ofBytes),
                            new ClassCount("com.acme.Order", 100 + 100L * i, 32 * (100 + 100L * i))),
                    Duration.ofMillis(80)));
        }
        return censuses;
    }
}
