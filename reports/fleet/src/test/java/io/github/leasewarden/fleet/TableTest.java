package io.github.leasewarden.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestValue() {
        assertThat(Table.of(new Answer(
                        List.of("site", "jvms"), List.of(Map.of("site", "com.acme.Feed", "jvms", 7L), row("x", null)))))
                .containsExactly("site           jvms", "com.acme.Feed  7", "x              -");
    }

    @Test
    void noRowsAreSaidSo() {
        assertThat(Table.of(new Answer(List.of("site"), List.of()))).containsExactly("none");
    }

    @Test
    void wordsOfObservedProgramsCannotSteerTheTerminal() {
        assertThat(Table.of(new Answer(List.of("site"), List.of(Map.of("site", Arrays.asList("a\u001b[2J", "b\nc"))))))
                .containsExactly("site", "a?[2J, b?c");
    }

    private static Map<String, Object> row(String site, Object jvms) {
        Map<String, Object> row = new HashMap<>();
        row.put("site", site);
        row.put("jvms", jvms);
        return row;
    }
}
