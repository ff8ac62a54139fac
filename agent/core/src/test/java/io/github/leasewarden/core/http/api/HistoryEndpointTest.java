package io.github.leasewarden.core.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.leasewarden.core.detection.DetectionSettings;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.lease.LeaseCensus;
import io.github.leasewarden.core.lease.SiteCount;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.report.Parts;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.NonHeapSample;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryEndpointTest {
    private final HistoryEndpoint history = new HistoryEndpoint(Duration.ofSeconds(10));

    @ParameterizedTest
    @ValueSource(ints = {1000, 24 * 360, 30 * 24 * 360})
    void howeverLongItIsThousandPointsAreEnough(int observations) throws Exception {
        for (int i = 0; i < observations; i++) {
            history.add(seen(Parts.NOON.plusSeconds(10L * i), i / 3));
        }
        byte[] json = history.answer(call(null)).body();
        JsonNode points = new ObjectMapper().readTree(json).path("points");
        System.out.printf(
                "history of %d observations: %d points, %d bytes%n", observations, points.size(), json.length);
        assertThat(points.size()).isBetween(500, HistoryEndpoint.POINTS);
        assertThat(json.length).isLessThanOrEqualTo(observations == 24 * 360 ? 200_000 : 240_000);
        assertThat(Instant.parse(points.get(points.size() - 1).path("at").asText()))
                .as("the newest point is the newest observation")
                .isEqualTo(Parts.NOON.plusSeconds(10L * (observations - 1L)));
        assertThat(Instant.parse(points.get(0).path("at").asText()))
                .as("the beginning is still there")
                .isBefore(Parts.NOON.plusSeconds(10L * observations / 400));
    }

    @Test
    void askingOftenDoesNotMakePointsDenser() throws Exception {
        for (int i = 0; i < 100; i++) {
            history.add(seen(Parts.NOON.plusSeconds(i), 0));
        }
        assertThat(points(null).size()).isBetween(10, 12);
    }

    @Test
    void aClockThatWasSetBackDoesNotStopTheHistory() throws Exception {
        history.add(seen(Parts.NOON, 0));
        history.add(seen(Parts.NOON.minusSeconds(36_000), 0));
        assertThat(points(null).size()).isEqualTo(2);
    }

    @Test
    void onlyNewerPointsAreSentAgain() throws Exception {
        for (int i = 0; i < 5; i++) {
            history.add(seen(Parts.NOON.plusSeconds(10L * i), 0));
        }
        assertThat(points(Parts.NOON.plusSeconds(20).toString()).size()).isEqualTo(2);
        assertThat(points(Long.toString(Parts.NOON.plusSeconds(30).getEpochSecond()))
                        .size())
                .isEqualTo(1);
        assertThatThrownBy(() -> points("yesterday"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("since");
    }

    @Test
    void aPointSaysWhetherACollectionEndedBeforeIt() throws Exception {
        history.add(seen(Parts.NOON, 1));
        history.add(seen(Parts.NOON.plusSeconds(10), 1));
        history.add(seen(Parts.NOON.plusSeconds(20), 2));
        assertThat(points(null))
                .extracting(point -> point.path("gc").asBoolean())
                .containsExactly(true, false, true);
    }

    @Test
    void openLeasesAreCountedByKind() throws Exception {
        history.add(seen(Parts.NOON, 1));
        JsonNode point = points(null).get(0);
        assertThat(point.path("open").toString()).isEqualTo("{\"listener\":3,\"neo4j-session\":7,\"subscription\":12}");
        assertThat(point.path("expired").asInt()).isEqualTo(3456);
    }

    private JsonNode points(String since) throws Problem, IOException {
        return new ObjectMapper().readTree(history.answer(call(since)).body()).path("points");
    }

    private static Call call(String since) {
        return new Call(
                "GET", "/api/memory/history", since == null ? Map.of() : Map.of("since", since), Map.of(), new byte[0]);
    }

    /** @param collections how many ended so far */
    private static Observation seen(Instant at, int collections) {
        Observation none = Parts.none();
        List<HeapSample> heap = new ArrayList<>();
        if (collections > 0) {
            heap.add(new HeapSample(
                    Parts.NOON.plusMillis(collections), collections, 123_456_789, "G1New", false, false, false));
        }
        Evidence evidence = Evidence.none(DetectionSettings.DEFAULTS)
                .withHeap(heap, 268_435_456)
                .withNonHeap(List.of(new NonHeapSample(1, 523_456_789, 1, 1, 1, 1, 1)))
                .withLeases(List.of(new LeaseCensus(
                        1, List.of(site("subscription", 12), site("listener", 3), site("neo4j-session", 7)))));
        return new Observation(
                at,
                none.agent(),
                none.jvm(),
                none.verdict(),
                evidence,
                none.leases(),
                none.expiries(),
                none.clamps(),
                none.alerts(),
                none.rules(),
                none.streams(),
                none.reconnects(),
                none.totals());
    }

    private static SiteCount site(String kind, long open) {
        return new SiteCount(
                Integer.toHexString(kind.hashCode()) + "0000",
                "rule",
                kind,
                List.of(),
                null,
                false,
                5000,
                100,
                0,
                1152,
                0,
                open,
                0,
                0,
                0,
                0,
                0,
                false);
    }
}
