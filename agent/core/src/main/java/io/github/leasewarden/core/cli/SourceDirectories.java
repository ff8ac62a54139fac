package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.gate.SourceRoots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where source files are, so that a result can name a file instead of a class. */
final class SourceDirectories {
    @Option(
            names = "--source-root",
            paramLabel = "DIR",
            description =
                    "A directory that packages begin in, such as src/main/java; may be repeated (default: all src/*/java and their"
                            + " like below the working directory). For sarif and markdown.")
    private List<Path> roots = new ArrayList<>();

    /** @throws CommandFailed if the working directory cannot be read */
    SourceRoots roots() {
        Path here = Path.of("");
        try {
            return roots.isEmpty() ? SourceRoots.find(here.toAbsolutePath()) : new SourceRoots(here, roots);
        } catch (IOException e) {
            throw new CommandFailed("cannot look for sources below " + here.toAbsolutePath() + ": " + e, e);
        }
    }
}
