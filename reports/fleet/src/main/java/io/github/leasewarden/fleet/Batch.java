package io.github.leasewarden.fleet;

import io.github.leasewarden.reports.LeakReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports that go into the graph in one transaction. What several of them say about the same node is one row: fifty reports of one JVM cost little more
 * than one.
 */
final class Batch {
    /** The nodes of the model that have rows, in the order in which they must be written. */
    enum Part {
        VERSIONS,
        JVMS,
        REPORTS,
        SITES,
        LEAKS,
        SUSPECTS,
        EXPIRIES
    }

    private final String fleet;
    private final Map<Part, Map<String, Row>> rows = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();
    private int reports;

    Batch(String fleet) {
        this.fleet = fleet;
        for (Part part : Part.values()) {
            rows.put(part, new LinkedHashMap<>());
        }
    }

    /**
     * Adds a report.
     *
     * @param id of its content, see {@link Keys#ofContent}
     * @param source what to call it in a message
     * @throws ReportRefused if it does not say which process it is from, or when; nothing of it was added then
     */
    void add(String id, String source, LeakReport report) throws ReportRefused {
        ReportRows added = ReportRows.of(fleet, source, report);
        added.addTo(this, id);
        sources.put(added.jvmId(), source);
        reports++;
    }

    Row row(Part part, String id) {
        return rows(part).computeIfAbsent(id, key -> new Row().set("id", key));
    }

    List<Map<String, Object>> parameters(Part part) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        rows(part).values().forEach(row -> parameters.add(row.parameter()));
        return parameters;
    }

    Collection<String> jvms() {
        return rows(Part.JVMS).keySet();
    }

    /** The last report of that JVM that was added. */
    String sourceOf(String jvmId) {
        return sources.getOrDefault(jvmId, jvmId);
    }

    /** How many reports were added. */
    int size() {
        return reports;
    }

    private Map<String, Row> rows(Part part) {
        Map<String, Row> found = rows.get(part);
        if (found == null) {
            throw new IllegalStateException("no rows for " + part);
        }
        return found;
    }
}
