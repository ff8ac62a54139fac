package io.github.leasewarden.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private final List<String> told = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Listeners<String> listeners = new Listeners<>(told::add);

    /** The caller still has a report to write. */
    @Test
    void aListenerWithoutAThreadTakesNothingFromTheOthersNorFromTheCaller() {
        listeners.add(news -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        listeners.add(heard::add);
        assertThatCode(() -> listeners.tell("alert")).doesNotThrowAnyException();
        assertThat(heard).containsExactly("alert");
        assertThat(told).singleElement().asString().contains("unable to create native thread");
    }
}
