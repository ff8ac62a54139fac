package io.github.leasewarden.reports;

import java.nio.file.Path;

/** What became of a report. A value and not an exception: a full disk is an ordinary thing to a long-running service. */
public sealed interface WriteResult {

    /**
     * The report is on disk in full, and {@code latest.json} is a copy of it.
     *
     * @param file the report's own file
     */
    record Written(Path file) implements WriteResult {}

    /**
     * The report is not kept, or {@code latest.json} is not a copy of it.
     *
     * @param reason a sentence without changing parts, so that the same trouble reads the same each time
     */
    record NotWritten(String reason) implements WriteResult {}
}
