package io.github.leasewarden.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassCount;
import io.github.leasewarden.core.sampling.ClassHistogram;
import io.github.leasewarden.core.sampling.Counted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFilesTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path parent;

    private final List<String> warnings = new ArrayList<>();

    private Path dir() {
        return parent.resolve("reports");
    }

    private EvidenceFiles files() {
        return new EvidenceFiles(dir(), NOON, warnings::add);
    }

    @Test
    void evidenceShowsClassesAndThreads() throws IOException {
        ClassCensus census = new ClassCensus(
                1, Counted.COLLECTED, List.of(new ClassCount("com.acme.Order", 7, 4711)), Duration.ofMillis(3));
        String name = new AlertEvidence(files(), NOON)
                .store("75 % of the heap", new ClassHistogram.Result.Taken(census, Duration.ZERO));
        assertThat(name).isEqualTo("alert-evidence-20261123T120000Z-0001.txt");
        assertThat(Files.readString(dir().resolve(name)))
                .startsWith("2026-11-23T12:00:00Z\n75 % of the heap\n")
                .contains("4711              7  com.acme.Order")
                .contains("THREADS\n")
                .contains("EvidenceFilesTest.evidenceShowsClassesAndThreads");
    }

    @Test
    void withoutAHistogramTheReasonStandsThere() throws IOException {
        String name = new AlertEvidence(files(), NOON)
                .store("75 %", new ClassHistogram.Result.Refused("it would take too long"));
        assertThat(Files.readString(dir().resolve(name))).contains("CLASSES\nit would take too long\n");
    }

    @Test
    void onlyTheNewestAreKeptAndNothingElseIsTouched() throws IOException {
        EvidenceFiles files = files();
        files.store("first");
        Path own = Files.writeString(dir().resolve("alert-evidence-of-somebody.txt"), "mine");
        String last = null;
        for (int i = 0; i < 60; i++) {
            last = files.store("text " + i);
        }
        assertThat(own).hasContent("mine");
        assertThat(dir()).isDirectoryContaining("glob:**/" + last);
        try (var all = Files.list(dir())) {
            assertThat(all).hasSize(EvidenceFiles.KEPT + 1);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void aHugeTextIsCut() throws IOException {
        String name = files().store("x".repeat(10 << 20));
        assertThat(Files.size(dir().resolve(name))).isLessThan(EvidenceFiles.MOST_BYTES);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerReadsIt() throws IOException {
        String name = files().store("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir().resolve(name))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDirectoryThatIsAFileIsAWarningAndNoException() throws IOException {
        Files.writeString(dir(), "in the way");
        assertThat(files().store("text")).isNull();
        assertThat(warnings).singleElement().asString().startsWith("no evidence stored: ");
    }
}
