package io.github.leasewarden.export;

import org.jspecify.annotations.Nullable;

/**
 * What became of what was to be exported. One item is one report, or all metrics of one moment.
 *
 * @param signal {@code logs} or {@code metrics}
 * @param exported items that arrived
 * @param failed attempts that did not succeed; the item may still arrive with a later one
 * @param dropped items that were given up: refused for good, or the oldest when too many waited
 * @param waiting items that are still to be sent
 * @param trouble why the last attempt failed; null if it did not
 */
public record ExportCount(
        String signal,
        long exported,
        long failed,
        long dropped,
        int waiting,
        @Nullable String trouble) {

    /** For people. */
    public String sentence() {
        return "OTLP " + signal + ": " + exported + " exported, " + failed + " attempts failed, " + dropped
                + " dropped, " + waiting + " waiting" + (trouble == null ? "" : "; " + trouble);
    }
}
