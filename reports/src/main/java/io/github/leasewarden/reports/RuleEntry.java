package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

/**
 * One library rule.
 *
 * @param id names the rule everywhere else in the report
 * @param library the library it is for, in words
 * @param classesMatched classes woven because of it; 0 when the library is not in use
 * @param status whether it works, and otherwise why not
 */
public record RuleEntry(String id, String library, int classesMatched, String status) {
    public RuleEntry {
        requireNonNull(id, "rules.id is missing");
        requireNonNull(library, "rules.library is missing");
        requireNonNull(status, "rules.status is missing");
    }
}
