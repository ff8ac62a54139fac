package io.github.leasewarden.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.VerdictState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
    @TempDir
    private Path dir;

    @Test
    void twoReportsOfALeakShowTheLineThatGrew() throws IOException {
        String a = report("a.json", VerdictState.STEADY, 12);
        String b = report("b.json", VerdictState.LEAK, 672);
        Told told = Told.by("diff", a, b);
        assertThat(told.status()).isZero();
        assertThat(told.lines())
                .containsExactly(
                        "A  " + a + ", 2026-11-23T12:00:00Z, com.acme.Shop",
                        "B  " + b + ", 2026-11-23T12:00:00Z, com.acme.Shop",
                        "verdict: steady -> leak",
                        "heap after GC: 190 MiB -> 190 MiB",
                        "grew    neo4j-session com.acme.Orders.save(Orders.java:29): 146 -> 806",
                        "0 new, 1 grew, 0 stopped, 0 shrank, 0 the same");
    }

    @Test
    void programsGetJson() throws IOException {
        Told told = Told.by(
                "diff", "--json", report("a.json", VerdictState.STEADY, 12), report("b.json", VerdictState.LEAK, 672));
        assertThat(told.out()).contains("\"change\" : \"grew\"", "\"key\" : \"f1\"", "\"verdict\" : \"leak\"");
    }

    @Test
    void recordingsAndReportsMayBeMixed() throws IOException {
        Told told = Told.by("diff", recording("whole.jfr").toString(), report("b.json", VerdictState.LEAK, 672));
        assertThat(told.err()).isEmpty();
        assertThat(told.lines())
                .contains("verdict: not-enough-data -> leak")
                .anyMatch(line -> line.startsWith("heap after GC: "));
    }

    @Test
    void aRecordingCutInHalfIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(recording("whole.jfr"));
        Path half = Files.write(dir.resolve("half.jfr"), Arrays.copyOf(whole, whole.length / 2));
        Told told = Told.by("diff", half.toString(), report("b.json", VerdictState.LEAK, 672));
        // what can be read depends on where the cut falls; either way the file is named and the cut is said
        assertThat(told.out() + told.err()).contains("half.jfr").contains("cut short");
        assertThat(told.status()).isEqualTo(told.err().isEmpty() ? 0 : 1);
    }

    @Test
    void whatIsNoRecordingIsNamedWhateverItsName() throws IOException {
        Path text = Files.writeString(dir.resolve("text.jfr"), "hello");
        Told told = Told.by("diff", text.toString(), text.toString());
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err()).contains("text.jfr").hasLineCount(1);
    }

    @Test
    void aReportOfAnotherVersionIsNamed() throws IOException {
        Path old = Files.writeString(dir.resolve("old.json"), "{\"schemaVersion\": 7}");
        Told told = Told.by("diff", report("a.json", VerdictState.STEADY, 1), old.toString());
        assertThat(told.status()).isEqualTo(ExitStatus.OTHER_VERSION);
        assertThat(told.err()).contains("old.json has schemaVersion 7");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Told told = Told.by(
                "diff",
                report("a.json", VerdictState.STEADY, 1),
                dir.resolve("none.json").toString());
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.err()).contains("none.json does not exist");
    }

    @Test
    void oneFileIsNotEnough() throws IOException {
        assertThat(Told.by("diff", report("a.json", VerdictState.STEADY, 1)).status())
                .isEqualTo(1);
    }

    private String report(String name, VerdictState state, long open) throws IOException {
        return Files.writeString(dir.resolve(name), ReportJson.write(Shop.report(state, "com.acme.Shop", open)))
                .toString();
    }

    private Path recording(String name) throws IOException {
        Path file = dir.resolve(name);
        try (Recording recording = new Recording()) {
            recording.enable("jdk.GCHeapSummary");
            recording.enable("jdk.GarbageCollection");
            recording.enable("jdk.JVMInformation");
            recording.start();
            System.gc();
            recording.stop();
            recording.dump(file);
        }
        return file;
    }
}
