package io.github.leasewarden.reports.diff;

import io.github.leasewarden.reports.Amount;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A difference in plain lines. */
public final class DifferenceText {
    private DifferenceText() {}

    public static List<String> of(Difference difference) {
        List<String> lines = new ArrayList<>();
        List<Difference.Look> looks = difference.profiles();
        for (int i = 0; i < looks.size(); i++) {
            lines.add(letter(i) + "  " + head(looks.get(i)));
            looks.get(i).notes().forEach(note -> lines.add("   " + note));
        }
        lines.add(
                "verdict: " + looks.stream().map(look -> look.verdict().label()).collect(Collectors.joining(" -> ")));
        lines.add("heap after GC: "
                + looks.stream()
                        .map(look -> Amount.bytes(look.usedAfterGcBytes()))
                        .collect(Collectors.joining(" -> ")));
        for (Difference.Change change : difference.changes()) {
            lines.add(String.format("%-8s", change.change().label()) + change.what() + " " + change.where() + ": "
                    + change.counts().stream()
                            .map(count -> count == null ? "none" : Long.toString(count))
                            .collect(Collectors.joining(" -> ")));
        }
        lines.add(summary(difference));
        return lines;
    }

    private static String head(Difference.Look look) {
        String program = look.program() == null || look.program().isEmpty() ? "" : ", " + look.program();
        return look.name() + ", " + look.at().truncatedTo(ChronoUnit.SECONDS) + program;
    }

    private static String summary(Difference difference) {
        List<String> parts = new ArrayList<>();
        for (Difference.Kind kind : Difference.Kind.values()) {
            long n = difference.changes().stream()
                    .filter(change -> change.change() == kind)
                    .count();
            if (kind != Difference.Kind.SAME) {
                parts.add(n + " " + kind.label());
            }
        }
        return String.join(", ", parts) + ", " + difference.unchanged() + " the same";
    }

    /** A, B, … Z, then numbers. */
    private static String letter(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : String.valueOf(index + 1);
    }
}
