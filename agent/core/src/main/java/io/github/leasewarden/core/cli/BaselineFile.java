package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.gate.Baseline;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a baseline, or says why not. */
final class BaselineFile {
    private BaselineFile() {}

    /** @throws CommandFailed if there is no baseline that this version can read */
    static Baseline read(Path file) {
        try {
            return Baseline.read(file);
        } catch (NoSuchFileException e) {
            throw new CommandFailed(
                    ExitStatus.BASELINE, "no baseline " + file + ": write one with the command baseline", e);
        } catch (IOException e) {
            throw new CommandFailed(ExitStatus.BASELINE, "unreadable baseline " + file + ": " + e.getMessage(), e);
        }
    }
}
