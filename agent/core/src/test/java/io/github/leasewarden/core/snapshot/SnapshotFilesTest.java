package io.github.leasewarden.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leasewarden.core.sampling.ClassCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFilesTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

    @TempDir
    Path temp;

    @Test
    void aHistogramIsFoundByItsId() throws IOException {
        SnapshotFiles files = files();
        SnapshotId id = files.write(histogram(7));
        assertThat(files.histogram(SnapshotId.parse(id.toString()).orElseThrow()))
                .contains(histogram(7));
        assertThat(files.list()).extracting(SnapshotFiles.Entry::id).containsExactly(id);
    }

    @Test
    void filesAreForTheOwnerOnly() throws IOException {
        SnapshotFiles files = files();
        Path file = files.path(files.write(histogram(7)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void theOldestHistogramsMakeRoom() throws IOException {
        SnapshotFiles files = files();
        SnapshotId first = files.write(histogram(0));
        for (int i = 1; i <= SnapshotFiles.MOST_FILES; i++) {
            files.write(histogram(i));
        }
        assertThat(files.list()).hasSize(SnapshotFiles.MOST_FILES);
        assertThat(files.find(first)).isEmpty();
    }

    @Test
    void aFourthHeapDumpIsRefusedAndNoneIsDeleted() throws IOException {
        SnapshotFiles files = files();
        for (int i = 0; i < SnapshotFiles.MOST_HEAP_DUMPS; i++) {
            Files.writeString(files.path(files.reserve(SnapshotId.Type.HEAP, 1)), "dump");
        }
        assertThatThrownBy(() -> files.reserve(SnapshotId.Type.HEAP, 1))
                .isInstanceOf(SnapshotFiles.NoRoomException.class)
                .hasMessageContaining("remove one first");
        assertThat(files.list()).hasSize(SnapshotFiles.MOST_HEAP_DUMPS);
    }

    @Test
    void theLastTenthOfTheDiskIsTheApplications() {
        assertThatThrownBy(() -> files().reserve(SnapshotId.Type.HEAP, Long.MAX_VALUE / 4))
                .isInstanceOf(SnapshotFiles.NoRoomException.class)
                .hasMessageContaining("tenth of the disk");
    }

    @Test
    void aLinkInTheDirectoryIsNoSnapshot() throws IOException {
        SnapshotFiles files = files();
        SnapshotId id = files.write(histogram(7));
        Path victim = Files.writeString(temp.resolve("secret"), "secret");
        Files.delete(files.path(id));
        Files.createSymbolicLink(files.path(id), victim);
        assertThat(files.find(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../secret",
                "histogram-20261123T120000Z-1-1/../../secret",
                "histogram-20261123T120000Z-1-1\0",
                "histogram-20261123T120000Z-1-1\n",
                "%2e%2e%2fsecret",
                "histogram-20261399T120000Z-1-1",
                "HISTOGRAM-20261123T120000Z-1-1",
                "histogram-20261123T120000Z-1-1.json",
                "histogram-20261123T120000Z-1-9999999999",
                "histogram-٢٠261123T120000Z-1-1"
            })
    void whatIsNoIdOfOursIsNone(String text) {
        assertThat(SnapshotId.parse(text)).isEmpty();
    }

    @Test
    void classesThatCameAndWentAreChanges() {
        Histogram before = new Histogram(NOON, true, 1, 3, 300, List.of(new ClassCount("a.Gone", 3, 300)));
        Histogram after = new Histogram(
                NOON, true, 1, 5, 500, List.of(new ClassCount("a.New", 4, 400), new ClassCount("a.Small", 1, 100)));
        HistogramDiff diff = HistogramDiff.between(before, after, 1);
        assertThat(diff.bytesChange()).isEqualTo(200);
        assertThat(diff.grown()).extracting(HistogramDiff.Change::className).containsExactly("a.New");
        assertThat(diff.shrunk()).singleElement().isEqualTo(new HistogramDiff.Change("a.Gone", 3, 0, -3, 300, 0, -300));
    }

    private SnapshotFiles files() {
        return new SnapshotFiles(temp.resolve("reports"), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static Histogram histogram(int instances) {
        return new Histogram(NOON, true, 5, instances, 8L * instances, List.of(new ClassCount("a.A", instances, 8)));
    }
}
