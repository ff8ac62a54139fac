package io.github.leasewarden.core.sampling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

/** Reads {@code jdk.OldObjectSample}. Stacks and chains of one recording have most lines in common: equal lines are one string. One thread. */
final class RecordedOldObject {
    private static final int MOST_FRAMES = 24;
    private static final int MOST_LINKS = 40;

    private final Map<String, String> lines = new HashMap<>();

    OldObject read(RecordedEvent event) {
        @Nullable RecordedObject object = event.getValue("object");
        String className = object == null ? "unknown" : className(object.getValue("type"));
        long bytes = event.hasField("objectSize") ? Math.max(0, event.getLong("objectSize")) : 0;
        @Nullable RecordedObject root = event.getValue("root");
        return new OldObject(
                className,
                bytes,
                age(event),
                shared(frames(event.getStackTrace())),
                shared(chain(object)),
                root == null ? null : root(root));
    }

    private List<String> shared(List<String> texts) {
        texts.replaceAll(text -> lines.computeIfAbsent(text, line -> line));
        return texts;
    }

    private static double age(RecordedEvent event) {
        if (!event.hasField("allocationTime")) {
            return -1;
        }
        return Duration.between(event.getInstant("allocationTime"), event.getStartTime())
                        .toNanos()
                / 1e9;
    }

    static List<String> frames(@Nullable RecordedStackTrace stack) {
        List<String> frames = new ArrayList<>();
        for (RecordedFrames.Frame frame : RecordedFrames.of(stack)) {
            if (frames.size() < MOST_FRAMES) {
                String type = frame.type();
                String file = type.substring(type.lastIndexOf('.') + 1).replaceAll("\\$.*", "") + ".java";
                frames.add(type + "." + frame.method() + "(" + file + ":" + frame.line() + ")");
            }
        }
        return frames;
    }

    /** Fields by the class of the object they are in; array elements by the array's class. */
    private static List<String> chain(@Nullable RecordedObject object) {
        List<String> chain = new ArrayList<>();
        @Nullable RecordedObject link = object == null ? null : object.getValue("referrer");
        while (link != null && chain.size() < MOST_LINKS) {
            @Nullable RecordedObject holder = link.getValue("object");
            @Nullable RecordedObject field = link.getValue("field");
            String type = holder == null ? "unknown" : className(holder.getValue("type"));
            // the holder of a static field is a java.lang.Class; its description names the class
            String description = holder == null ? "" : String.valueOf((Object) holder.getValue("description"));
            if (type.equals("java.lang.Class") && description.startsWith("Class Name: ")) {
                type = description.substring("Class Name: ".length()).replaceAll("[\\s,].*", "");
            }
            chain.add(field == null ? type : type + "." + field.getString("name"));
            link = holder == null ? null : holder.getValue("referrer");
        }
        return chain;
    }

    private static String root(RecordedObject root) {
        return String.join(
                ": ", String.valueOf((Object) root.getValue("system")), String.valueOf((Object) root.getValue("type")));
    }

    private static String className(@Nullable RecordedClass type) {
        return type == null ? "unknown" : type.getName();
    }
}
