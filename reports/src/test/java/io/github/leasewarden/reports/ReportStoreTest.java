package io.github.leasewarden.reports;

import static io.github.leasewarden.reports.SampleReports.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.leasewarden.reports.WriteResult.NotWritten;
import io.github.leasewarden.reports.WriteResult.Written;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds while all is well; {@link ReportStoreTroubleTest} has the rest. */
class ReportStoreTest {
    private static final LeakReport REPORT = SampleReports.full();
    private static final long REPORT_BYTES = ReportJson.write(REPORT).length();
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path temp;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void aReportIsNamedAfterTimeAndNumberAndLatestIsACopyOfIt() throws IOException {
        ReportStore store = store(10, Long.MAX_VALUE);
        assertThat(store.write(SampleReports.minimal())).isEqualTo(new Written(file("20261123T120000Z-0001")));
        assertThat(store.write(REPORT)).isEqualTo(new Written(file("20261123T120000Z-0002")));
        assertThat(names()).containsExactly(name(1), name(2), "latest.json");
        assertThat(latestFile()).hasSameTextualContentAs(file("20261123T120000Z-0002"));
        assertThat(Files.isRegularFile(latestFile(), LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(Files.isSameFile(latestFile(), file("20261123T120000Z-0002")))
                .isFalse();
        assertThat(warnings).isEmpty();
    }

    @Test
    void latestIsReadBackAlsoByTheNextProcess() {
        assertThat(store(10, Long.MAX_VALUE).latest()).isEmpty();
        store(10, Long.MAX_VALUE).write(REPORT);
        assertThat(store(10, Long.MAX_VALUE).latest()).contains(REPORT);
        assertThat(warnings).isEmpty();
    }

    @Test
    void nobodyElseMayReadOrEnter() throws IOException {
        assumeThat(temp.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path nested = dir().resolve("a/b");
        new ReportStore(nested, 10, Long.MAX_VALUE, CLOCK, warnings::add).write(REPORT);
        for (Path directory : List.of(dir(), dir().resolve("a"), nested)) {
            assertThat(mode(directory)).isEqualTo("rwx------");
        }
        assertThat(mode(nested.resolve(name(1)))).isEqualTo("rw-------");
        assertThat(mode(nested.resolve("latest.json"))).isEqualTo("rw-------");
    }

    @Test
    void onlyTheNewestAreKept() throws IOException {
        ReportStore store = store(3, Long.MAX_VALUE);
        writeMany(store, 8);
        assertThat(names()).containsExactly(name(6), name(7), name(8), "latest.json");
    }

    @Test
    void theNextProcessKeepsToTheBoundsOfAllReportsTogether() throws IOException {
        writeMany(store(3, Long.MAX_VALUE), 3);
        ReportStore next =
                new ReportStore(dir(), 3, Long.MAX_VALUE, Clock.offset(CLOCK, Duration.ofSeconds(1)), warnings::add);
        next.write(REPORT);
        assertThat(names()).containsExactly(name(2), name(3), "leak-report-20261123T120001Z-0001.json", "latest.json");
    }

    @Test
    void theNumberTenThousandIsNewerThanTheNumberNineThousand() throws IOException {
        Files.createDirectory(dir());
        Files.writeString(file("20261123T115959Z-9999"), "{}");
        Files.writeString(file("20261123T115959Z-10000"), "{}");
        store(2, Long.MAX_VALUE).write(REPORT);
        assertThat(names()).containsExactly("leak-report-20261123T115959Z-10000.json", name(1), "latest.json");
    }

    @Test
    void reportsAndLatestTogetherStayWithinTheBytes() throws IOException {
        long max = 4 * REPORT_BYTES;
        ReportStore store = store(100, max);
        for (int i = 0; i < 10; i++) {
            assertThat(store.write(REPORT)).isInstanceOf(Written.class);
            assertThat(bytesInDirectory()).isLessThanOrEqualTo(max);
        }
        assertThat(names()).containsExactly(name(8), name(9), name(10), "latest.json");
    }

    @Test
    void aReportLargerThanAllowedIsNotWrittenAndCostsNoOlderOne() throws IOException {
        ReportStore store = store(100, 2 * REPORT_BYTES - 1);
        store.write(SampleReports.minimal());
        assertThat(store.write(REPORT)).isInstanceOf(NotWritten.class);
        assertThat(warnings).singleElement().asString().contains("larger than report.max-bytes");
        assertThat(names()).containsExactly(name(1), "latest.json");
    }

    @Test
    void whatIsNotOursIsNeverDeleted() throws IOException {
        Files.createDirectory(dir());
        List<String> foreign = List.of(
                "notes.txt",
                "leak-report.json",
                "leak-report-yesterday.json",
                "leak-report-20200101T000000Z-0001.json.bak",
                "my-leak-report-20200101T000000Z-0001.json",
                ".leak-report-x.tmp",
                "heap.hprof");
        for (String name : foreign) {
            Files.writeString(dir().resolve(name), "x".repeat(100_000));
            Files.setLastModifiedTime(dir().resolve(name), FileTime.from(NOON.minus(Duration.ofDays(999))));
        }
        Files.createDirectory(file("20200101T000000Z-0002"));
        Path target = Files.writeString(temp.resolve("target"), "keep me");
        Files.createSymbolicLink(file("20200101T000000Z-0003"), target);

        writeMany(store(1, 2 * REPORT_BYTES), 5);

        assertThat(names()).containsAll(foreign).contains(name(5)).hasSize(foreign.size() + 4);
        assertThat(target).hasContent("keep me");
    }

    @Test
    void aJvmThatSharesTheDirectoryLosesNoReportToUs() throws IOException {
        ReportStore one = store(10, Long.MAX_VALUE);
        ReportStore other = store(10, Long.MAX_VALUE);
        one.write(REPORT);
        assertThat(other.write(REPORT)).isEqualTo(new Written(file("20261123T120000Z-0002")));
        assertThat(names()).containsExactly(name(1), name(2), "latest.json");
    }

    @Test
    void temporaryFilesOfAKilledProcessAreRemovedAtStart() throws IOException {
        Files.createDirectory(dir());
        long noProcess = Integer.MAX_VALUE;
        Path killed = leftOver(noProcess, Duration.ofMinutes(3));
        Path killedInAContainer = leftOver(ProcessHandle.current().pid(), Duration.ofMinutes(2));
        Path beingWritten = leftOver(ProcessHandle.current().pid(), Duration.ofSeconds(2));
        Path beingWrittenInAnotherContainer = leftOver(noProcess, Duration.ofSeconds(1));
        store(10, Long.MAX_VALUE);
        assertThat(killed).doesNotExist();
        assertThat(killedInAContainer).doesNotExist();
        assertThat(beingWritten).exists();
        assertThat(beingWrittenInAnotherContainer).exists();
    }

    @Test
    void anInterruptedThreadStillWritesItsReportAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        WriteResult result = store(10, Long.MAX_VALUE).write(REPORT);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(result).isInstanceOf(Written.class);
    }

    @Test
    void aFileSystemWithoutPermissionsOwnersAndLinksWillDo() throws IOException {
        URI zip = URI.create("jar:" + temp.resolve("fs.zip").toUri());
        try (FileSystem plain = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            assertThat(plain.supportedFileAttributeViews()).doesNotContain("posix");
            Path inside = plain.getPath("/reports");
            // Its disk is the file's, whose size says nothing here.
            ReportStore store = new ReportStore(
                    new PrivateDirectory(inside), new Retention(2, 1L << 20), CLOCK, warnings::add, Disks.EMPTY);
            for (int i = 1; i <= 3; i++) {
                assertThat(store.write(REPORT)).isEqualTo(new Written(inside.resolve(name(i))));
            }
            assertThat(store.latest()).contains(REPORT);
            try (Stream<Path> files = Files.list(inside)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder(name(2), name(3), "latest.json");
            }
        }
        assertThat(warnings).isEmpty();
    }

    private ReportStore store(int keep, long maxBytes) {
        return new ReportStore(
                new PrivateDirectory(dir()), new Retention(keep, maxBytes), CLOCK, warnings::add, Disks.EMPTY);
    }

    private static void writeMany(ReportStore store, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(store.write(REPORT)).isInstanceOf(Written.class);
        }
    }

    private Path leftOver(long pid, Duration age) throws IOException {
        Path file = Files.writeString(dir().resolve(ReportNames.temp(pid, age.toSeconds())), "{\"half");
        return Files.setLastModifiedTime(file, FileTime.from(NOON.minus(age)));
    }

    private Path dir() {
        return temp.resolve("reports");
    }

    private Path file(String stampAndNumber) {
        return dir().resolve("leak-report-" + stampAndNumber + ".json");
    }

    private Path latestFile() {
        return dir().resolve("latest.json");
    }

    private static String name(int number) {
        return ReportNames.report(NOON, number);
    }

    /** Reports by age, then {@code latest.json}; hidden files too. */
    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(dir())) {
            return files.map(file -> file.getFileName().toString())
                    .sorted(Comparator.comparing((String name) -> name.equals("latest.json"))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private long bytesInDirectory() throws IOException {
        long bytes = 0;
        for (String name : names()) {
            bytes += Files.size(dir().resolve(name));
        }
        return bytes;
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
