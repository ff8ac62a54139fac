package io.github.leasewarden.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final Instant EARLY = Instant.parse("2026-11-26T10:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(60);

    @Test
    void theOrderOfReportsDoesNotMatter() {
        Row forth = new Row();
        add(forth, EARLY, "early");
        add(forth, LATE, "late");
        Row back = new Row();
        add(back, LATE, "late");
        add(back, EARLY, "early");
        add(back, LATE, "late");
        assertThat(back.parameter())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(forth.parameter());
    }

    @Test
    void theFirstTheLastAndTheNewestAreKept() {
        Row row = new Row();
        add(row, LATE, "late");
        add(row, EARLY, "early");
        assertThat(row.parameter())
                .containsEntry("firstSeen", EARLY.atOffset(ZoneOffset.UTC))
                .containsEntry("lastSeen", LATE.atOffset(ZoneOffset.UTC))
                .containsEntry("newest", Map.of("word", "late"));
        assertThat((List<?>) row.parameter().get("words")).isEqualTo(List.of("late", "early"));
    }

    @Test
    void ofTwoReportsAtTheSameTimeAlwaysTheSameOneWins() {
        Map<String, Object> one = Map.of("word", "one");
        Map<String, Object> two = Map.of("word", "two");
        assertThat(new Row().newest(LATE, "a", one).newest(LATE, "b", two).parameter())
                .isEqualTo(
                        new Row().newest(LATE, "b", two).newest(LATE, "a", one).parameter());
    }

    private static void add(Row row, Instant at, String word) {
        row.least("firstSeen", at).union("words", List.of(word)).newest(at, "a", Map.of("word", word));
    }
}
