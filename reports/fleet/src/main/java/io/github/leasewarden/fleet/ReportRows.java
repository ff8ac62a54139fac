package io.github.leasewarden.fleet;

import io.github.leasewarden.fleet.Batch.Part;
import io.github.leasewarden.reports.ExpiryEntry;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.ServiceInfo;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.VerdictState;
import io.github.leasewarden.reports.gate.Finding;
import io.github.leasewarden.reports.gate.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One report as rows of the graph. What counts as a leak is decided where {@code check} decides it too, in {@link Findings}. */
final class ReportRows {
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final String fleet;
    private final LeakReport report;
    private final JvmInfo jvm;
    private final Instant startedAt;
    private final String service;
    private final String version;
    private final String instance;
    private final String versionId;
    private final String jvmId;
    private final String process;
    private final Map<String, SuspectEntry> suspects = new HashMap<>();
    private final Map<String, LeaseEntry> leases = new HashMap<>();

    private ReportRows(String fleet, LeakReport report, ServiceInfo from, Instant startedAt) {
        this.fleet = fleet;
        this.report = report;
        this.jvm = report.jvm();
        this.startedAt = startedAt;
        this.service = Texts.name(from.name());
        this.version = Texts.name(Objects.requireNonNullElse(from.version(), "unknown"));
        this.instance = Texts.name(from.instance());
        this.versionId = Keys.of(fleet, service, version);
        this.process = instance + "@" + startedAt;
        this.jvmId = Keys.of(fleet, service, version, instance, startedAt.toString());
        report.suspects().forEach(suspect -> suspects.putIfAbsent(suspect.fingerprint(), suspect));
        report.leases().forEach(lease -> leases.putIfAbsent(lease.site().fingerprint(), lease));
    }

    static ReportRows of(String fleet, String source, LeakReport report) throws ReportRefused {
        ServiceInfo service = report.jvm().service();
        Instant startedAt = report.jvm().startedAt();
        if (service == null || startedAt == null) {
            throw new ReportRefused(
                    source + " does not say which service and process it is from (jvm.service, jvm.startedAt): "
                            + "an older agent wrote it");
        }
        requireTimesOfACalendar(source, startedAt, report);
        if (startedAt.isAfter(report.generatedAt())) {
            throw new ReportRefused(source + " was made at " + report.generatedAt() + ", before its process started at "
                    + startedAt + ": that machine's clock was set, or the file was edited");
        }
        return new ReportRows(fleet, report, service, startedAt);
    }

    /** An instant may be a thousand million years away, a date in the graph may not. */
    private static void requireTimesOfACalendar(String source, Instant startedAt, LeakReport report)
            throws ReportRefused {
        List<Instant> times = new ArrayList<>(List.of(startedAt, report.generatedAt()));
        report.expiries().forEach(expiry -> times.add(expiry.at()));
        for (Instant time : times) {
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
                throw new ReportRefused(source + " has a time that no machine's clock can show: " + time);
            }
        }
    }

    String jvmId() {
        return jvmId;
    }

    void addTo(Batch batch, String reportId) {
        Instant at = report.generatedAt();
        addVersionAndJvm(batch, at);
        batch.row(Part.REPORTS, reportId)
                .set("jvmId", jvmId)
                .set("at", at)
                .set("verdict", report.verdict().state().label());
        for (Finding finding : Findings.of(report)) {
            addLeak(batch, at, finding);
        }
        for (LeaseEntry lease : report.leases()) {
            lease.expired().forEach((cause, count) -> addExpiry(batch, lease, cause, count));
        }
    }

    private void addVersionAndJvm(Batch batch, Instant at) {
        // what was not judged was not watched: unknown is not healthy
        boolean watches = report.verdict().state() != VerdictState.NOT_ENOUGH_DATA
                && report.agent().off() == null;
        long watched = watches ? report.agent().uptimeSeconds() : 0;
        batch.row(Part.VERSIONS, versionId)
                .set("serviceId", Keys.of(fleet, service))
                .set("service", service)
                .set("version", version)
                .least("firstSeen", startedAt)
                .most("lastSeen", at)
                .most("watchedSeconds", watched);
        Map<String, @Nullable Object> newest = new HashMap<>();
        newest.put("pid", jvm.pid());
        newest.put("mainClass", Texts.text(jvm.mainClass()));
        newest.put("jvmVersion", Texts.text(jvm.version()));
        newest.put("collector", Texts.text(jvm.collector()));
        newest.put("agentVersion", Texts.text(report.agent().version()));
        newest.put("verdict", report.verdict().state().label());
        newest.put("reason", Texts.text(report.verdict().reason()));
        newest.put("usedAfterGcBytes", report.heap().usedAfterGcBytes());
        newest.put("maxHeapBytes", report.heap().maxBytes());
        batch.row(Part.JVMS, jvmId)
                .set("versionId", versionId)
                .set("service", service)
                .set("version", version)
                .set("instance", instance)
                .set("place", Keys.of(fleet, service, instance))
                .set("startedAt", startedAt)
                .least("firstSeen", at)
                .most("watchedSeconds", watched)
                .newest(at, process, newest);
    }

    private void addLeak(Batch batch, Instant at, Finding finding) {
        String fingerprint = Texts.name(finding.fingerprint());
        String siteId = SiteRows.add(
                batch, fleet, fingerprint, finding.rule(), finding.kind(), finding.className(), finding.frames());
        String leakId = Keys.of(fleet, service, version, fingerprint);
        String message = Texts.text(finding.message());
        batch.row(Part.LEAKS, leakId)
                .set("siteId", siteId)
                .set("versionId", versionId)
                .set("service", service)
                .set("version", version)
                .set("fingerprint", fingerprint)
                .least("firstSeen", at)
                .least("soonestSeconds", Duration.between(startedAt, at).toSeconds())
                .newest(at, process, Map.of("message", message, "frames", Texts.texts(finding.frames())));
        Map<String, @Nullable Object> newest = new HashMap<>(measured(finding.fingerprint()));
        newest.put("message", message);
        batch.row(Part.SUSPECTS, jvmId + fingerprint)
                .set("jvmId", jvmId)
                .set("leakId", leakId)
                .least("firstSeen", at)
                .newest(at, process, newest);
    }

    /** A site that lost leases may be no suspect, because the agent released them. */
    private Map<String, @Nullable Object> measured(String fingerprint) {
        Map<String, @Nullable Object> measured = new HashMap<>();
        SuspectEntry suspect = suspects.get(fingerprint);
        LeaseEntry lease = leases.get(fingerprint);
        if (suspect != null) {
            measured.put("open", suspect.open());
            measured.put("growthPerMinute", suspect.growthPerMinute());
            measured.put("bytes", suspect.bytes());
            measured.put("confidence", suspect.confidence());
            measured.put("holder", suspect.holder() == null ? null : Texts.text(suspect.holder()));
        } else if (lease != null) {
            measured.put("open", lease.open());
        }
        return measured;
    }

    private void addExpiry(Batch batch, LeaseEntry lease, String cause, long count) {
        String fingerprint = Texts.name(lease.site().fingerprint());
        String name = Texts.name(cause);
        String siteId = SiteRows.add(
                batch,
                fleet,
                fingerprint,
                lease.rule(),
                lease.kind(),
                null,
                lease.site().frames());
        Row row = batch.row(Part.EXPIRIES, jvmId + fingerprint + name)
                .set("jvmId", jvmId)
                .set("siteId", siteId)
                .set("cause", name)
                .most("count", count);
        for (ExpiryEntry expiry : report.expiries()) {
            if (expiry.site().equals(lease.site().fingerprint())
                    && expiry.cause().equals(cause)) {
                row.most("lastAt", expiry.at());
            }
        }
    }
}
