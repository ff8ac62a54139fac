package io.github.leasewarden.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.VerdictState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorTest {
    @TempDir
    private Path dir;

    private final MonitorView view = new MonitorView(120, true, ZoneOffset.UTC);

    @Test
    void theScreenHoldsVerdictHeapLeasesPoolsAndReleases() {
        assertThat(view.screen(Shop.report(VerdictState.LEAK, "com.acme.Shop", 672)))
                .containsExactly(
                        "com.acme.Shop  pid 4711  guard  up 2 h 5 min  at 12:00:00",
                        "",
                        "verdict  leak",
                        "         Sessions are opened and not released.",
                        "",
                        "heap     190 MiB of 256 MiB (74 %)  +18.5 MiB an hour  full in 11 h 23 min",
                        "         ▂▃▄▅▆▇██",
                        "",
                        "leases   672 open, 134 released by the agent",
                        "     672 neo4j-session  com.acme.Orders.save(Orders.java:29)",
                        "",
                        "pool     db:7687 20/20",
                        "",
                        "last released by the agent",
                        "  11:59:49 expired  Released a neo4j-session because its handle was garbage collected.");
    }

    @Test
    void aContainerWithALimitIsShownBelowTheHeap() {
        assertThat(view.screen(Shop.inContainer()))
                .contains("memory   471 MiB of 512 MiB (91 %) of the container  full in 12 min");
    }

    @Test
    void aLogGetsOneLine() {
        assertThat(view.line(Shop.report(VerdictState.LEAK, "com.acme.Shop", 672)))
                .isEqualTo(
                        "12:00:00  leak  heap 190 MiB of 256 MiB (74 %)  neo4j-session 672  db:7687 20/20  released 134");
    }

    @Test
    void nothingIsWiderThanTheScreen() {
        List<String> lines =
                new MonitorView(40, false, ZoneOffset.UTC).screen(Shop.report(VerdictState.LEAK, "com.acme.Shop", 672));
        assertThat(lines).allMatch(line -> line.length() <= 40).anyMatch(line -> line.endsWith("..."));
    }

    /** Names of classes come from a stranger's program. */
    @Test
    void aClassNameCannotSteerTheTerminal() {
        assertThat(view.screen(Shop.report(VerdictState.LEAK, "evil\u001b]0;owned\u0007\u202e", 1))
                        .get(0))
                .startsWith("evil?]0;owned??  pid");
    }

    @Test
    void onceIsOneLookAtTheNewestReport() throws IOException {
        Files.writeString(
                dir.resolve("latest.json"), ReportJson.write(Shop.report(VerdictState.LEAK, "com.acme.Shop", 672)));
        Told told = Told.by("monitor", "--once", "--dir", dir.toString());
        assertThat(told.status()).isZero();
        assertThat(told.lines()).contains("verdict  leak").noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void withoutAnyReportItSaysSo() {
        Told told = Told.by("monitor", "--once", "--dir", dir.toString());
        assertThat(told.status()).isEqualTo(ExitStatus.NO_REPORT);
        assertThat(told.err()).contains("no report in " + dir);
    }

    @Test
    void aBarIsTheLowestOfItsStretch() {
        List<Long> sawtooth =
                LongStream.range(0, 80).mapToObj(i -> i % 8 == 7 ? 10L : 80L).toList();
        assertThat(Sparkline.of(sawtooth, 10, false)).isEqualTo("..........");
        assertThat(Sparkline.of(List.of(0L, 0L), 10, true)).isEqualTo("▁▁");
        assertThat(Sparkline.of(List.of(), 10, true)).isEmpty();
    }
}
