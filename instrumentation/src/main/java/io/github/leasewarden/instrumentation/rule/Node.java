package io.github.leasewarden.instrumentation.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON value that knows where it stands, so that every complaint can name file, rule and field. Not thread-safe. */
final class Node {
    private final String where;
    private final JsonNode json;

    Node(String where, JsonNode json) {
        this.where = where;
        this.json = json;
    }

    RuleException error(String problem) {
        return new RuleException(where + ": " + problem);
    }

    Node renamed(String place) {
        return new Node(place, json);
    }

    /** Refuses fields nobody would read: a misspelt field must not be silently ignored. */
    Node allowing(String... fields) throws RuleException {
        if (!json.isObject()) {
            throw error("expected an object");
        }
        Set<String> unknown = new TreeSet<>();
        json.fieldNames().forEachRemaining(unknown::add);
        Set<String> known = new TreeSet<>(List.of(fields));
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw error("unknown field " + unknown.iterator().next() + "; known are " + String.join(", ", known));
        }
        return this;
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    Node get(String field) throws RuleException {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            throw error("field " + field + " is missing");
        }
        return new Node(where + "." + field, value);
    }

    List<Node> elements() throws RuleException {
        if (!json.isArray()) {
            throw error("expected a list");
        }
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            nodes.add(new Node(where + "[" + i + "]", json.get(i)));
        }
        return nodes;
    }

    /** The entries of a section, none if there is no such section. */
    List<Node> entries(String section) throws RuleException {
        return has(section) ? get(section).elements() : List.of();
    }

    String text() throws RuleException {
        if (!json.isTextual() || json.textValue().isBlank()) {
            throw error("expected a text");
        }
        return json.textValue();
    }

    int number() throws RuleException {
        if (!json.isInt()) {
            throw error("expected a whole number");
        }
        return json.intValue();
    }

    boolean flag(String field) throws RuleException {
        if (!has(field)) {
            return false;
        }
        Node value = get(field);
        if (!value.json.isBoolean()) {
            throw value.error("expected true or false");
        }
        return value.json.booleanValue();
    }

    List<String> texts(String field) throws RuleException {
        if (!has(field)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Node element : get(field).elements()) {
            texts.add(element.text());
        }
        return texts;
    }

    /** The value in one of the forms {@code parse} understands, its complaint put at this place. */
    <T> T parsed(Function<String, T> parse) throws RuleException {
        try {
            return parse.apply(text());
        } catch (IllegalArgumentException e) {
            throw new RuleException(where + ": " + e.getMessage(), e);
        }
    }

    <T> List<T> parsedList(String field, Function<String, T> parse) throws RuleException {
        if (!has(field)) {
            return List.of();
        }
        List<T> values = new ArrayList<>();
        for (Node element : get(field).elements()) {
            values.add(element.parsed(parse));
        }
        return values;
    }

    <E extends Enum<E>> E choice(String field, Class<E> type, @Nullable E absent) throws RuleException {
        if (!has(field) && absent != null) {
            return absent;
        }
        Node value = get(field);
        String text = value.text();
        for (E constant : type.getEnumConstants()) {
            if (jsonName(constant).equals(text)) {
                return constant;
            }
        }
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            names.add(jsonName(constant));
        }
        throw value.error("\"" + text + "\" is none of " + String.join(", ", names));
    }

    private static String jsonName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
