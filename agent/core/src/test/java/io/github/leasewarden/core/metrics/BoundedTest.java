package io.github.leasewarden.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedTest {
    @Test
    void theFirstNamesStayWhateverElseThereIs() {
        Bounded bounded = new Bounded(
                List.of("zebra"), IntStream.range(0, 100).mapToObj(i -> "a" + i).toList());
        assertThat(bounded.label("zebra")).isEqualTo("zebra");
        assertThat(bounded.label("a0")).isEqualTo("a0");
        assertThat(bounded.label("a99")).isEqualTo(Bounded.OTHER);
    }

    @Test
    void theChoiceDoesNotDependOnOrder() {
        List<String> names = IntStream.range(0, 100).mapToObj(i -> "a" + i).toList();
        List<String> reversed =
                IntStream.range(0, 100).mapToObj(i -> "a" + (99 - i)).toList();
        Bounded one = new Bounded(List.of(), names);
        Bounded other = new Bounded(List.of(), reversed);
        assertThat(names).allSatisfy(name -> assertThat(one.label(name)).isEqualTo(other.label(name)));
    }
}
