package io.github.leasewarden.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microhttp.LogEntry;

class ConnectionsTest {
    private final List<Throwable> ends = new ArrayList<>();

    /** microhttp catches the IOException itself: whoever waits for an uncaught one waits for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"event_loop_terminate", "sub_event_loop_terminate"})
    void theEndOfALoopIsPassedOn(String event) {
        IOException tooMany = new IOException("Too many open files");
        new Connections(ends::add).log(tooMany, new LogEntry("event", event));
        assertThat(ends).containsExactly(tooMany);
    }
}
