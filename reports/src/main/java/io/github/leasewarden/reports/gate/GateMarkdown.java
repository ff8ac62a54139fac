package io.github.leasewarden.reports.gate;

import java.util.ArrayList;
import java.util.List;

/** The result as Markdown, for a GitHub step summary or a comment. */
public final class GateMarkdown {
    private GateMarkdown() {}

    /** @param sources where to look for the files that lines are in */
    public static String of(GateResult result, SourceRoots sources) {
        List<String> lines = new ArrayList<>();
        lines.add("### Leasewarden: " + headline(result));
        lines.add("");
        lines.add("Verdict: **" + result.verdict().label() + "**. " + escaped(result.reason()));
        if (!result.fresh().isEmpty()
                || !result.known().isEmpty()
                || !result.fixed().isEmpty()) {
            lines.add("");
            lines.add("| | kind | where | what |");
            lines.add("|---|---|---|---|");
            result.fresh().forEach(finding -> lines.add(row("**new**", finding, sources)));
            result.known().forEach(finding -> lines.add(row("known", finding, sources)));
            result.fixed()
                    .forEach(entry -> lines.add("| fixed | " + escaped(entry.kind()) + " | `" + code(entry.where())
                            + "` | `" + entry.fingerprint() + "` |"));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String headline(GateResult result) {
        int fresh = result.fresh().size();
        if (fresh > 0) {
            return fresh + (fresh == 1 ? " new leak" : " new leaks");
        }
        return result.known().isEmpty() ? "no leak" : "no new leak";
    }

    private static String row(String state, Finding finding, SourceRoots sources) {
        SourceLine line = SourceLine.of(finding.frames(), sources);
        String where = line == null ? finding.where() : line.path() + ":" + line.line();
        return "| " + state + " | " + escaped(finding.kind()) + " | `" + code(where) + "` | "
                + escaped(finding.message()) + " `" + finding.fingerprint() + "` |";
    }

    /** Text of the application's own, such as a thread's name, must not become markup. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1").replaceAll("\\R", " ");
    }

    private static String code(String text) {
        return text.replace("`", "'").replace("|", "\\|").replaceAll("\\R", " ");
    }
}
