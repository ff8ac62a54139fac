package io.github.leasewarden.reports.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result as SARIF 2.1.0, which code hosts show beside the line. What was fixed is absent from it, so they close it. */
public final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    /** Hosts recognise a result by it, wherever its line moves to. */
    private static final String FINGERPRINT = "leasewarden/v1";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Sarif() {}

    /**
     * @param sources where to look for the files that lines are in
     * @param version of Leasewarden
     */
    public static String of(GateResult result, SourceRoots sources, String version) {
        Map<String, Integer> rules = new LinkedHashMap<>();
        ArrayNode results = JSON.arrayNode();
        for (Finding finding : result.fresh()) {
            results.add(result(finding, true, sources, rules));
        }
        for (Finding finding : result.known()) {
            results.add(result(finding, false, sources, rules));
        }
        ObjectNode driver = JSON.objectNode();
        driver.put("name", "Leasewarden");
        driver.put("version", version);
        ArrayNode described = driver.putArray("rules");
        rules.keySet().forEach(rule -> described.add(rule(rule)));

        ObjectNode run = JSON.objectNode();
        run.putObject("tool").set("driver", driver);
        run.put("columnKind", "utf16CodeUnits");
        run.set("results", results);

        ObjectNode log = JSON.objectNode();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.putArray("runs").add(run);
        return log.toPrettyString() + "\n";
    }

    private static ObjectNode rule(String id) {
        ObjectNode rule = JSON.objectNode();
        rule.put("id", id);
        rule.set("shortDescription", text("A leak that " + id + " sees"));
        rule.set("help", text("What is opened here is not released. Close, cancel or remove it where its owner ends."));
        rule.putObject("defaultConfiguration").put("level", "error");
        return rule;
    }

    private static ObjectNode result(Finding finding, boolean fresh, SourceRoots sources, Map<String, Integer> rules) {
        ObjectNode result = JSON.objectNode();
        result.put("ruleId", finding.rule());
        rules.putIfAbsent(finding.rule(), rules.size());
        result.put("ruleIndex", rules.getOrDefault(finding.rule(), 0));
        result.put("level", fresh ? "error" : "note");
        result.put("baselineState", fresh ? "new" : "unchanged");
        result.set("message", text(finding.kind() + " opened at " + finding.where() + ". " + finding.message()));
        result.putObject("partialFingerprints").put(FINGERPRINT, finding.fingerprint());
        ObjectNode location = location(SourceLine.of(finding.frames(), sources));
        if (location != null) {
            result.putArray("locations").add(location);
        }
        if (!finding.frames().isEmpty()) {
            result.putArray("stacks").add(stack(finding, sources));
        }
        return result;
    }

    private static ObjectNode stack(Finding finding, SourceRoots sources) {
        ObjectNode stack = JSON.objectNode();
        stack.set("message", text("Opened at"));
        ArrayNode frames = stack.putArray("frames");
        for (String frame : finding.frames()) {
            ObjectNode location = location(SourceLine.of(frame, sources));
            ObjectNode told = location == null ? JSON.objectNode() : location;
            told.set("message", text(frame));
            frames.addObject().set("location", told);
        }
        return stack;
    }

    private static @Nullable ObjectNode location(@Nullable SourceLine line) {
        if (line == null) {
            return null;
        }
        ObjectNode location = JSON.objectNode();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(line.path()));
        physical.putObject("region").put("startLine", line.line());
        return location;
    }

    /** A path may hold blanks and umlauts, a URI may not. */
    private static String uri(String path) {
        try {
            return path.startsWith("/")
                    ? new URI("file", "", path, null).toASCIIString()
                    : new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path: " + path, e);
        }
    }

    private static ObjectNode text(String text) {
        return JSON.objectNode().put("text", text);
    }
}
