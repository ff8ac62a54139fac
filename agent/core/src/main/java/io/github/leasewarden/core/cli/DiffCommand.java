package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.ReportFormatException;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.Trouble;
import io.github.leasewarden.reports.diff.Difference;
import io.github.leasewarden.reports.diff.DifferenceText;
import io.github.leasewarden.reports.diff.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}: what grew, what stopped and what is new between reports or flight recordings. */
@Command(
        name = "diff",
        description = "Compares reports and flight recordings, the oldest first: what grew, what stopped, what is new.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Runnable {
    private static final byte[] RECORDING = "FLR\0".getBytes(StandardCharsets.US_ASCII);

    private final Console console;

    @Parameters(arity = "2..*", paramLabel = "FILE", description = "A report (JSON) or a flight recording (.jfr).")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        List<Profile> profiles = new ArrayList<>();
        for (Path file : files) {
            profiles.add(read(file));
        }
        Difference difference = Difference.of(profiles);
        if (json) {
            console.out().println(ReportJson.writeRecord(difference));
        } else {
            console.print(DifferenceText.of(difference));
        }
    }

    private static Profile read(Path file) {
        try {
            return isRecording(file) ? RecordedProfile.read(file) : Profile.of(file.toString(), ReportJson.read(file));
        } catch (ReportFormatException e) {
            int status = e.isOfOtherVersion() ? ExitStatus.OTHER_VERSION : ExitStatus.UNUSABLE;
            throw new CommandFailed(status, e.sentence(), e);
        } catch (IOException e) {
            throw new CommandFailed(Trouble.of(e), e);
        }
    }

    /** By what it begins with, and not by its name alone: a renamed recording is one, an empty file named .jfr is to be called a bad one. */
    private static boolean isRecording(Path file) throws IOException {
        if (String.valueOf(file.getFileName()).endsWith(".jfr")) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(RECORDING.length), RECORDING);
        }
    }
}
