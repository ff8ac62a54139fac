package io.github.leasewarden.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.reports.WriteResult.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReportStoreAtomicityTest {
    private static final int WRITES = 150;

    @TempDir
    Path dir;

    @Test
    @Timeout(120)
    void noReaderEverSeesHalfAFile() throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> ofLatest =
                    readers.submit(() -> readWhile(writing, () -> Stream.of(dir.resolve("latest.json"))));
            Future<Integer> ofAll = readers.submit(() -> readWhile(writing, this::reports));
            ReportStore store = new ReportStore(
                    new PrivateDirectory(dir),
                    new Retention(4, 1L << 30),
                    Clock.systemUTC(),
                    warning -> {
                        throw new AssertionError(warning);
                    },
                    Disks.EMPTY);
            LeakReport large = large();
            try {
                for (int i = 0; i < WRITES; i++) {
                    // Large and small in turn: replaced in place, one would be cut short or trail the other's rest.
                    assertThat(store.write(i % 2 == 0 ? large : SampleReports.minimal()))
                            .isInstanceOf(Written.class);
                }
            } finally {
                writing.set(false);
            }
            assertThat(ofLatest.get()).isPositive();
            assertThat(ofAll.get()).isPositive();
        } finally {
            readers.shutdownNow();
        }
    }

    private interface Listing {
        Stream<Path> now() throws IOException;
    }

    /** Reads whole reports again and again; half a one would be a {@link ReportFormatException}. */
    private static int readWhile(AtomicBoolean writing, Listing files) throws IOException {
        int read = 0;
        while (writing.get() || read == 0) {
            try (Stream<Path> paths = files.now()) {
                for (Path path : paths.toList()) {
                    ReportJson.read(path);
                    read++;
                }
            } catch (NoSuchFileException notYetOrNoMore) {
                Thread.onSpinWait();
            }
        }
        return read;
    }

    private Stream<Path> reports() throws IOException {
        return Files.list(dir).filter(ReportNames::isReport);
    }

    private static LeakReport large() {
        List<ExpiryEntry> many = IntStream.range(0, LeakReport.MAX_EXPIRIES)
                .mapToObj(i -> SampleReports.expiry(SampleReports.NOON.plusSeconds(i)))
                .toList();
        return SampleReports.minimal(many);
    }
}
