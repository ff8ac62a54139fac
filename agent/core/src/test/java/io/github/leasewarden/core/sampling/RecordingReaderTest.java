package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leasewarden.core.detection.RecordingVerdict;
import io.github.leasewarden.core.detection.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against recordings of the JVM that runs the tests. */
class RecordingReaderTest {
    @TempDir
    private static Path directory;

    private static Path file;

    @BeforeAll
    static void record() throws IOException {
        file = directory.resolve("whole.jfr");
        try (Recording recording = new Recording()) {
            for (String event : new String[] {
                "jdk.GCHeapSummary",
                "jdk.GarbageCollection",
                "jdk.GCConfiguration",
                "jdk.GCHeapConfiguration",
                "jdk.JVMInformation",
                "jdk.JavaThreadStatistics",
                "jdk.ClassLoadingStatistics",
                "jdk.OldObjectSample"
            }) {
                recording.enable(event);
            }
            recording.start();
            for (int i = 0; i < 6; i++) {
                System.gc();
            }
            recording.stop();
            recording.dump(file);
        }
    }

    @Test
    void everyCollectionIsRead() throws IOException {
        var recording = RecordingReader.read(file);

        assertThat(recording.heap()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(recording.heap())
                .allSatisfy(sample -> assertThat(sample.usedAfterGcBytes()).isPositive());
        assertThat(recording.heap())
                .isSortedAccordingTo(java.util.Comparator.comparingLong(HeapSample::uptimeNanos))
                .anyMatch(HeapSample::old);
        assertThat(recording.maxHeapBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
        assertThat(recording.collector()).isNotEmpty();
        assertThat(recording.nonHeap()).isNotEmpty().allSatisfy(sample -> {
            assertThat(sample.threads()).isPositive();
            assertThat(sample.loadedClasses()).isGreaterThan(1000);
        });
    }

    @Test
    void aMomentIsNotEnoughToJudge() throws IOException {
        Verdict verdict = RecordingVerdict.judge(RecordingReader.read(file));

        assertThat(verdict.state()).isEqualTo(Verdict.State.NOT_ENOUGH_DATA);
        assertThat(verdict.suspects()).isEmpty();
    }

    @Test
    void aFileCutAnywhereIsReadAsFarAsItGoesOrRefusedByName() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int read = 0;
        for (int tenth = 0; tenth < 10; tenth++) {
            Path cut = Files.write(directory.resolve("cut.jfr"), Arrays.copyOf(whole, whole.length * tenth / 10));
            try {
                var recording = RecordingReader.read(cut);
                assertThat(recording.gaps()).anyMatch(gap -> gap.contains("damaged or cut short"));
                read++;
            } catch (IOException refused) {
                assertThat(refused).hasMessageContaining("cut.jfr");
            }
        }
        assertThat(read).isLessThan(10);
    }

    @Test
    void aSecondHalfThatIsMissingDoesNotCostTheFirst() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] twoChunks = Arrays.copyOf(whole, whole.length + whole.length / 2);
        System.arraycopy(whole, 0, twoChunks, whole.length, whole.length / 2);
        var recording = RecordingReader.read(Files.write(directory.resolve("half.jfr"), twoChunks));

        // the JDK's parser looks one event ahead, so the last one before the damage is lost with it
        assertThat(recording.heap())
                .hasSizeBetween(
                        RecordingReader.read(file).heap().size() - 1,
                        RecordingReader.read(file).heap().size());
        assertThat(recording.gaps()).anyMatch(gap -> gap.contains("damaged or cut short"));
    }

    @Test
    void whatIsNoRecordingIsNamed() throws IOException {
        Path text = Files.writeString(directory.resolve("notes.txt"), "no recording");
        assertThatThrownBy(() -> RecordingReader.read(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes.txt");
        assertThatThrownBy(() -> RecordingReader.read(directory.resolve("absent.jfr")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("absent.jfr cannot be read");
        assertThatThrownBy(() -> RecordingReader.read(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void theSettingsWarmUpIsCutToAQuarterOfAShortRecording() {
        List<HeapSample> heap = new ArrayList<>();
        for (int second = 1; second <= 50; second++) {
            long bytes = (20L << 20) + second * (1L << 20);
            heap.add(new HeapSample(
                    Instant.EPOCH.plusSeconds(second), second * 1_000_000_000L, bytes, "SerialOld", true, true, false));
        }
        var minute = new io.github.leasewarden.core.sampling.Recording(
                "short.jfr",
                Instant.EPOCH,
                Duration.ofSeconds(50),
                "",
                256 << 20,
                heap,
                List.of(),
                List.of(),
                List.of());

        assertThat(RecordingVerdict.judge(minute).state()).isEqualTo(Verdict.State.GROWING);
    }
}
