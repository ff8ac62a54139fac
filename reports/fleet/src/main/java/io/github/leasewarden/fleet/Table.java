package io.github.leasewarden.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An answer in lines of text: a column is as wide as its widest value, and nothing is cut. */
final class Table {
    private Table() {}

    static List<String> of(Answer answer) {
        if (answer.rows().isEmpty()) {
            return List.of("none");
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(answer.columns());
        for (Map<String, @Nullable Object> row : answer.rows()) {
            lines.add(answer.columns().stream()
                    .map(column -> text(row.get(column)))
                    .toList());
        }
        int[] widths = new int[answer.columns().size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        return lines.stream().map(line -> aligned(line, widths)).toList();
    }

    private static String aligned(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            text.append(line.get(column))
                    .append(" ".repeat(widths[column] - line.get(column).length() + 2));
        }
        return text.toString().stripTrailing();
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof Collection) {
            return ((Collection<?>) value).stream().map(Table::text).collect(Collectors.joining(", "));
        }
        return Console.plain(value.toString());
    }
}
