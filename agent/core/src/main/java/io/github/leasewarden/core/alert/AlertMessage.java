package io.github.leasewarden.core.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.reports.JvmInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * An alert as it leaves the JVM.
 *
 * @param alert what is told
 * @param jvm who tells it
 * @param heldBack alerts before it that {@code alert.rate} held back
 */
record AlertMessage(Alerts.Alert alert, JvmInfo jvm, long heldBack) {
    private static final int LONGEST_TEXT = 1500;

    String level() {
        return alert.level().name().toLowerCase(Locale.ROOT);
    }

    /** One JSON object of at most some 6 KiB: at, level, source, text, evidence, pid, mainClass, heldBack. */
    byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("at", alert.at().toString());
            json.writeStringField("level", level());
            json.writeStringField("source", alert.source().label());
            json.writeStringField("text", text());
            json.writeStringField("evidence", alert.evidence());
            json.writeNumberField("pid", jvm.pid());
            json.writeStringField("mainClass", jvm.mainClass());
            json.writeNumberField("heldBack", heldBack);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String text() {
        String text = alert.text();
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
