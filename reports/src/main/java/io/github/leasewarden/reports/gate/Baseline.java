package io.github.leasewarden.reports.gate;

import static java.util.Objects.requireNonNull;

import io.github.leasewarden.reports.ReportFormatException;
import io.github.leasewarden.reports.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Leaks that are known and do not fail a build. A file under version control: sorted, and without numbers that change from run to run.
 *
 * @param schemaVersion always {@value #SCHEMA_VERSION}
 * @param known by fingerprint
 */
public record Baseline(int schemaVersion, List<Known> known) {
    /** The only version this class reads and writes. */
    public static final int SCHEMA_VERSION = 1;

    /** Nothing is known. */
    public static final Baseline EMPTY = new Baseline(SCHEMA_VERSION, List.of());

    /**
     * One known leak. Only the fingerprint counts; the rest is for whoever reads the file.
     *
     * @param fingerprint of the leak
     * @param rule that found it
     * @param kind of the lease
     * @param where it was opened when the baseline was written
     */
    public record Known(String fingerprint, String rule, String kind, String where) {
        public Known {
            requireNonNull(fingerprint, "known.fingerprint is missing");
            requireNonNull(rule, "known.rule is missing");
            requireNonNull(kind, "known.kind is missing");
            requireNonNull(where, "known.where is missing");
        }
    }

    public Baseline {
        if (schemaVersion != SCHEMA_VERSION) {
            throw new IllegalArgumentException("schemaVersion is " + schemaVersion + ", but this version of Leasewarden"
                    + " reads only schemaVersion " + SCHEMA_VERSION);
        }
        known = requireNonNull(known, "known is missing").stream()
                .sorted(Comparator.comparing(Known::where).thenComparing(Known::fingerprint))
                .toList();
    }

    /** All of these are known from now on. */
    static Baseline of(List<Finding> findings) {
        List<Known> known = new ArrayList<>();
        for (Finding finding : findings) {
            known.add(new Known(finding.fingerprint(), finding.rule(), finding.kind(), finding.where()));
        }
        return new Baseline(SCHEMA_VERSION, known);
    }

    /**
     * Reads one.
     *
     * @throws ReportFormatException with a sentence that names file and place, if the file is no baseline
     * @throws IOException if the file cannot be read
     */
    public static Baseline read(Path file) throws IOException {
        String json = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return ReportJson.readRecord(json, file.toString(), Baseline.class);
    }

    /** As a file's text. */
    public String json() {
        return ReportJson.writeRecord(this) + "\n";
    }
}
