package io.github.leasewarden.reports;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.stream.Collectors;

/** Turns Jackson's errors into one line for a person: file, line, column, property, reason. */
final class ReadErrors {
    private ReadErrors() {}

    static ReportFormatException at(String source, JsonProcessingException error) {
        return new ReportFormatException(source + position(error) + property(error) + ": " + reason(error), error);
    }

    private static String position(JsonProcessingException error) {
        JsonLocation location = error.getLocation();
        return location == null ? "" : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String property(JsonProcessingException error) {
        if (!(error instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", ", at ");
    }

    /** A record's own refusal ("verdict is missing") says more than Jackson's wrapping of it. */
    private static String reason(JsonProcessingException error) {
        Throwable cause = error.getCause();
        if (error instanceof ValueInstantiationException && cause != null && cause.getMessage() != null) {
            return cause.getMessage();
        }
        return error.getOriginalMessage();
    }
}
