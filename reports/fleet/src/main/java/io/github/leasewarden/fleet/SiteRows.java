package io.github.leasewarden.fleet;

import io.github.leasewarden.fleet.Batch.Part;
import io.github.leasewarden.reports.FrameNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An opening site as rows of the graph, with the frames and the class that connect it to others. */
final class SiteRows {
    /** As many as go into a fingerprint, so that they are the same wherever it is. */
    private static final int FRAMES = 4;

    private static final Pattern JDK = Pattern.compile("(java|javax|jdk|sun)\\.");

    private SiteRows() {}

    /**
     * Adds it.
     *
     * @param className of what leaks there; null when unknown
     * @return the site's id
     */
    static String add(
            Batch batch,
            String fleet,
            String fingerprint,
            String rule,
            String kind,
            @Nullable String className,
            List<String> frames) {
        String id = Keys.of(fleet, fingerprint);
        List<Map<String, String>> named = new ArrayList<>();
        for (String frame : frames.subList(0, Math.min(FRAMES, frames.size()))) {
            String name = FrameNames.normalised(frame);
            // the JDK's own would connect everything with everything
            if (!JDK.matcher(name).lookingAt()) {
                named.add(named(fleet, "frame", Texts.name(name)));
            }
        }
        String where = frames.isEmpty() ? className : FrameNames.normalised(frames.get(0));
        Row row = batch.row(Part.SITES, id)
                .set("fingerprint", fingerprint)
                .set("rule", Texts.name(rule))
                .set("kind", Texts.name(kind))
                .union("frames", named);
        row.union("classes", className == null ? List.of() : List.of(named(fleet, "class", Texts.name(className))));
        if (where != null) {
            row.most("where", Texts.name(where));
        }
        return id;
    }

    private static Map<String, String> named(String fleet, String type, String name) {
        return Map.of("id", Keys.of(fleet, type, name), "name", name);
    }
}
