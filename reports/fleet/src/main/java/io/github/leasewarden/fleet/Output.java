package io.github.leasewarden.fleet;

import io.github.leasewarden.reports.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as tables for people or as JSON for programs. */
final class Output {
    private final Console console;
    private final boolean json;

    private Output(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    static Output of(Console console, boolean json) {
        return new Output(console, json);
    }

    void print(Answer answer) {
        if (json) {
            printJson(answer.rows());
        } else {
            print(Table.of(answer));
        }
    }

    /** Several answers, each under its title. */
    void print(Map<String, Answer> answers) {
        if (json) {
            Map<String, Object> rows = new LinkedHashMap<>();
            answers.forEach((title, answer) -> rows.put(title, answer.rows()));
            printJson(rows);
            return;
        }
        answers.forEach((title, answer) -> {
            console.out().println(title);
            print(Table.of(answer).stream().map(line -> "  " + line).toList());
            console.out().println();
        });
    }

    private void print(List<String> lines) {
        lines.forEach(console.out()::println);
    }

    private void printJson(Object value) {
        console.out().print(new String(Json.indented(value), StandardCharsets.UTF_8));
        console.out().flush();
    }
}
