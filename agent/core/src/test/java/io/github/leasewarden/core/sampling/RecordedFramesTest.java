package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedFramesTest {
    private static final RecordedFrames.Frame START = new RecordedFrames.Frame("java.lang.Thread", "start", 802);
    private static final RecordedFrames.Frame OPEN = new RecordedFrames.Frame("com.acme.Shop", "open", 12);

    @Test
    void aStackIsReadWhole() {
        assertThat(RecordedFrames.allOrNone(List.of(START, OPEN))).containsExactly(START, OPEN);
    }

    @Test
    void aStackOfWhichAMethodIsNotKnownNamesNoLine() {
        assertThat(RecordedFrames.allOrNone(Arrays.asList(START, null, OPEN))).isEmpty();
    }

    @Test
    void anEventWithoutAStackHasNoFrames() {
        assertThat(RecordedFrames.of(null)).isEmpty();
    }
}
