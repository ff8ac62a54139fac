package io.github.leasewarden.reports.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leasewarden.reports.VerdictState;
import io.github.leasewarden.reports.diff.Difference.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    /** A count with {@code !} belongs to a suspect; {@code -} is a profile without the item. */
    @ParameterizedTest
    @CsvSource({
        "12 672,      GREW",
        "12 672!,     GREW",
        "12! 672!,    GREW",
        "- 5,         NEW",
        "0 5,         NEW",
        "- - 5!,      NEW",
        "5 -,         STOPPED",
        "5 0,         STOPPED",
        "- 5 -,       STOPPED",
        "12! 12,      STOPPED",
        "12! 40! 40,  STOPPED",
        "12! 40,      GREW",
        "40 12,       SHRANK",
        "40! 12!,     SHRANK",
        "7 7,         SAME",
        "7 9 7,       SAME",
        "0 0,         SAME",
    })
    void whatHappenedToOneItem(String counts, Kind expected) {
        Difference difference = Difference.of(profiles(Map.of("a", counts)));
        if (expected == Kind.SAME) {
            assertThat(difference.changes()).isEmpty();
            assertThat(difference.unchanged()).isEqualTo(1);
        } else {
            assertThat(difference.changes())
                    .singleElement()
                    .extracting(Difference.Change::change)
                    .isEqualTo(expected);
        }
    }

    @Test
    void theMostTellingChangeComesFirst() {
        Difference difference = Difference.of(profiles(Map.of(
                "calm", "3 3", "gone", "9 -", "fresh", "- 2", "little", "1 4", "much", "1 400", "fewer", "9 8")));
        assertThat(difference.changes())
                .extracting(Difference.Change::key)
                .containsExactly("fresh", "much", "little", "gone", "fewer");
        assertThat(difference.unchanged()).isEqualTo(1);
    }

    @Test
    void everyProfileBetweenIsShown() {
        Difference difference = Difference.of(profiles(Map.of("a", "- 40 672")));
        assertThat(difference.changes().get(0).counts()).isEqualTo(Arrays.asList(null, 40L, 672L));
        assertThat(DifferenceText.of(difference))
                .containsExactly(
                        "A  0.json, 1970-01-01T00:00:00Z, com.acme.Shop",
                        "B  1.json, 1970-01-01T00:01:00Z, com.acme.Shop",
                        "   1.json cannot show everything",
                        "C  2.json, 1970-01-01T00:02:00Z, com.acme.Shop",
                        "verdict: steady -> steady -> steady",
                        "heap after GC: 80.0 MiB -> unknown -> 82.0 MiB",
                        "new     session a: none -> 40 -> 672",
                        "1 new, 0 grew, 0 stopped, 0 shrank, 0 the same");
    }

    @Test
    void oneProfileAloneHasNothingToDifferFrom() {
        assertThatThrownBy(() -> Difference.of(profiles(Map.of("a", "1"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Profile> profiles(Map<String, String> counts) {
        int n = counts.values().iterator().next().split(" ").length;
        Profile[] profiles = new Profile[n];
        for (int i = 0; i < n; i++) {
            Map<String, Profile.Item> items = new HashMap<>();
            for (Map.Entry<String, String> row : counts.entrySet()) {
                String count = row.getValue().split(" ")[i];
                if (!count.equals("-")) {
                    items.put(
                            row.getKey(),
                            new Profile.Item(
                                    row.getKey(),
                                    "session",
                                    row.getKey(),
                                    Long.parseLong(count.replace("!", "")),
                                    count.endsWith("!")));
                }
            }
            profiles[i] = new Profile(
                    i + ".json",
                    Instant.ofEpochSecond(60L * i),
                    "com.acme.Shop",
                    VerdictState.STEADY,
                    i == 1 && n > 2 ? null : (Long) ((80L + i) << 20),
                    0,
                    items,
                    i == 1 ? List.of("1.json cannot show everything") : List.of());
        }
        return List.of(profiles);
    }
}
