package io.github.leasewarden.reports;

import static io.github.leasewarden.reports.SampleReports.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.leasewarden.reports.WriteResult.NotWritten;
import io.github.leasewarden.reports.WriteResult.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds when the directory, the disk or someone else is against us: no exception, one sentence, no victim. */
class ReportStoreTroubleTest {
    private static final LeakReport REPORT = SampleReports.full();
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path temp;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void aSymbolicLinkIsRefusedAndItsTargetUntouched() throws IOException {
        Path victim = Files.createDirectory(temp.resolve("victim"));
        Files.writeString(victim.resolve(".leak-report-2147483647-1.tmp"), "mine");
        Path link = Files.createSymbolicLink(temp.resolve("reports"), victim);
        assertRefused(store(link), "is a symbolic link");
        assertThat(contents(victim)).hasSize(1);
    }

    @Test
    void aDanglingSymbolicLinkIsRefusedAndItsTargetNotCreated() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("reports"), temp.resolve("nowhere"));
        assertRefused(store(link), "is a symbolic link");
        assertThat(temp.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aDirectoryOfSomeoneElseIsRefusedAndUntouched() throws IOException {
        Path dir = Files.createDirectory(temp.resolve("reports"));
        Files.writeString(dir.resolve("latest.json"), ReportJson.write(REPORT));
        ReportStore store = store(new PrivateDirectory(dir, new SomeoneElses()), Disks.EMPTY);
        assertRefused(store, "belongs to mallory, not to the user of this process");
        assertThat(contents(dir)).containsExactly(dir.resolve("latest.json"));
        assertThat(store.latest()).as("a report someone else may have made").isEmpty();
    }

    @Test
    void aDirectoryThatReallyBelongsToSomeoneElseIsRefused() throws IOException {
        Path dir = Files.createDirectory(temp.resolve("reports"));
        assumeThat(giveAway(dir)).as("only root can give a directory away").isTrue();
        assertRefused(store(dir), "belongs to");
        assertThat(contents(dir)).isEmpty();
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsRefusedAndKept() throws IOException {
        Path file = Files.writeString(temp.resolve("reports"), "precious");
        assertRefused(store(file), "is not a directory");
        assertRefused(store(file.resolve("below")), "cannot be created");
        assertThat(file).hasContent("precious");
    }

    @Test
    void aPlaceWhereNobodyMayWriteIsReportedNotThrown() {
        Path proc = Path.of("/proc/self/leasewarden");
        assumeThat(Files.isDirectory(Owners.SELF)).isTrue();
        assertRefused(store(proc), "cannot be created");
    }

    @Test
    void theLastTenthOfADiskIsLeftToTheApplication() throws IOException {
        Path dir = temp.resolve("reports");
        assertRefused(store(new PrivateDirectory(dir), Disks.withPermilleFree(99)), "less than 10 % free");
        assertThat(contents(dir)).isEmpty();
        assertThat(store(new PrivateDirectory(dir), Disks.withPermilleFree(100)).write(REPORT))
                .isInstanceOf(Written.class);
    }

    @Test
    void eachTroubleIsToldOnceUntilAWriteSucceedsAgain() throws IOException {
        Path dir = temp.resolve("reports");
        ReportStore store = store(dir);
        Files.writeString(dir, "in the way");
        for (int i = 0; i < 100; i++) {
            assertThat(store.write(REPORT)).isInstanceOf(NotWritten.class);
        }
        assertThat(warnings).hasSize(1);

        Files.delete(dir);
        assertThat(store.write(REPORT)).isInstanceOf(Written.class);
        Files.delete(dir.resolve("latest.json"));
        Files.createDirectories(dir.resolve("latest.json/occupied"));
        store.write(REPORT);
        assertThat(warnings).as("another trouble, another sentence").hasSize(2);
        store.write(REPORT);
        assertThat(warnings).hasSize(2);
    }

    @Test
    void aLatestThatCannotBeReplacedIsReportedAndLeavesNoTemporaryFile() throws IOException {
        Path dir = temp.resolve("reports");
        Files.createDirectories(dir.resolve("latest.json/occupied"));
        ReportStore store = store(dir);
        assertThat(store.write(REPORT)).isInstanceOf(NotWritten.class);
        assertThat(store.latest()).isEmpty();
        assertThat(contents(dir))
                .extracting(file -> file.getFileName().toString())
                .noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void aBrokenLatestIsNoReportAndIsToldOnce() throws IOException {
        Path dir = Files.createDirectory(temp.resolve("reports"));
        Files.writeString(dir.resolve("latest.json"), "{\"schemaVersion\": 1, ");
        ReportStore store = store(dir);
        assertThat(store.latest()).isEmpty();
        assertThat(store.latest()).isEmpty();
        assertThat(warnings).singleElement().asString().contains("latest.json, line 1, column");
    }

    @Test
    void aLinkInPlaceOfLatestIsReplacedAndItsTargetKept() throws IOException {
        Path dir = Files.createDirectory(temp.resolve("reports"));
        Path victim = Files.writeString(temp.resolve("victim"), "precious");
        Path latest = Files.createSymbolicLink(dir.resolve("latest.json"), victim);
        assertThat(store(dir).write(REPORT)).isInstanceOf(Written.class);
        assertThat(victim).hasContent("precious");
        assertThat(Files.isRegularFile(latest, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    private void assertRefused(ReportStore store, String reason) {
        warnings.clear();
        for (int i = 0; i < 3; i++) {
            WriteResult result = store.write(REPORT);
            assertThat(result)
                    .isInstanceOfSatisfying(
                            NotWritten.class, not -> assertThat(not.reason()).contains(reason));
        }
        assertThat(warnings).singleElement().asString().contains(reason);
    }

    private ReportStore store(Path dir) {
        return store(new PrivateDirectory(dir), Disks.EMPTY);
    }

    private ReportStore store(PrivateDirectory directory, FreeSpace space) {
        return new ReportStore(directory, new Retention(10, 1L << 20), CLOCK, warnings::add, space);
    }

    private static List<Path> contents(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.toList();
        }
    }

    private static boolean giveAway(Path dir) {
        try {
            Files.setOwner(
                    dir, dir.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("65534"));
            return true;
        } catch (IOException | UnsupportedOperationException notRoot) {
            return false;
        }
    }

    private static final class SomeoneElses implements Owners {
        @Override
        public UserPrincipal of(Path file) {
            return new Named("mallory");
        }
    }

    private record Named(String name) implements UserPrincipal {
        @Override
        public String getName() {
            return name;
        }
    }
}
