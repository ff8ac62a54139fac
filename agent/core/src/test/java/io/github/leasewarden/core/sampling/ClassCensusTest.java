package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClassCensusTest {
    @Test
    void manyCensusesKeepEachNameOnce() {
        ClassCensus first = census(new ClassCount("com.acme.Order", 5, 80));
        ClassCensus second =
                census(new ClassCount(new String("com.acme.Order"), 7, 112), new ClassCount("com.acme.Visit", 1, 16));

        ClassCensus shared = second.sharingNames(first);

        assertThat(shared).isEqualTo(second);
        assertThat(shared.classes().get(0).className())
                .isSameAs(first.classes().get(0).className());
    }

    @Test
    void whatIsLeftOutStillCountsInTheTotal() {
        ClassCensus all = census(new ClassCount("com.acme.Order", 5, 80), new ClassCount("ours.Lease", 9, 500));

        ClassCensus theirs = all.without(Set.of("ours.Lease"));

        assertThat(theirs.classes()).extracting(ClassCount::className).containsExactly("com.acme.Order");
        assertThat(theirs.totalBytes()).isEqualTo(580);
    }

    private static ClassCensus census(ClassCount... classes) {
        long bytes = List.of(classes).stream().mapToLong(ClassCount::bytes).sum();
        return new ClassCensus(1, Counted.COLLECTED, List.of(classes), bytes, Duration.ZERO, Duration.ZERO);
    }
}
