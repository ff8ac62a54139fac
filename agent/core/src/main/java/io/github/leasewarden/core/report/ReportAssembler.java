package io.github.leasewarden.core.report;

import io.github.leasewarden.core.config.Setting;
import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.PoolDiagnosis;
import io.github.leasewarden.core.detection.Suspect;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.lease.ClampLog;
import io.github.leasewarden.core.lease.ExpiryEvent;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.core.reconnect.EndpointStatus;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.NonHeapSample;
import io.github.leasewarden.core.sampling.PoolDemand;
import io.github.leasewarden.core.sampling.PoolSample;
import io.github.leasewarden.instrumentation.weave.RuleLedger;
import io.github.leasewarden.reports.AlertEntry;
import io.github.leasewarden.reports.AlertLevel;
import io.github.leasewarden.reports.Clamp;
import io.github.leasewarden.reports.ExpiryEntry;
import io.github.leasewarden.reports.ExpiryOutcome;
import io.github.leasewarden.reports.HeapEntry;
import io.github.leasewarden.reports.HeapPoint;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.NonHeapEntry;
import io.github.leasewarden.reports.PoolEntry;
import io.github.leasewarden.reports.PoolHolderEntry;
import io.github.leasewarden.reports.ReconnectEntry;
import io.github.leasewarden.reports.RuleEntry;
import io.github.leasewarden.reports.SiteEntry;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.SuspectType;
import io.github.leasewarden.reports.VerdictEntry;
import io.github.leasewarden.reports.VerdictState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts what the agent knows into the report's records. Pure translation, no decisions. */
public final class ReportAssembler {
    private static final int SERIES = 1000;

    private ReportAssembler() {}

    /** The report of one observation. */
    public static LeakReport assemble(Observation seen) {
        return new LeakReport(
                LeakReport.SCHEMA_VERSION,
                seen.at(),
                seen.agent(),
                seen.jvm(),
                verdict(seen.verdict()),
                heap(seen.evidence()),
                seen.verdict().suspects().stream().map(ReportAssembler::suspect).toList(),
                seen.leases().leases(),
                seen.expiries().stream().map(ReportAssembler::expiry).toList(),
                seen.leases().falsePositives(),
                pools(seen.evidence().pools(), seen.clamps()),
                seen.alerts().stream().map(ReportAssembler::alert).toList(),
                seen.rules().stream().map(ReportAssembler::rule).toList(),
                seen.streams().stream().map(StreamEntries::of).toList(),
                seen.leases().largeResults(),
                seen.reconnects().stream().map(ReportAssembler::reconnect).toList(),
                ContainerEntries.of(seen.evidence()));
    }

    private static VerdictEntry verdict(Verdict verdict) {
        Double seconds = verdict.secondsToExhaustion();
        return new VerdictEntry(
                VerdictState.valueOf(verdict.state().name()),
                verdict.reason(),
                verdict.slopeBytesPerSecond(),
                verdict.confidence(),
                seconds == null ? null : (Long) seconds.longValue(),
                verdict.samples());
    }

    private static HeapEntry heap(Evidence evidence) {
        List<HeapSample> samples = evidence.heap();
        List<HeapSample> newest = samples.subList(Math.max(0, samples.size() - SERIES), samples.size());
        @Nullable
        Long used = samples.isEmpty()
                ? null
                : (Long) samples.get(samples.size() - 1).usedAfterGcBytes();
        return new HeapEntry(
                used,
                Math.max(0, evidence.maxHeapBytes()),
                newest.stream()
                        .map(sample -> new HeapPoint(sample.at(), sample.usedAfterGcBytes()))
                        .toList(),
                nonHeap(Evidence.newest(evidence.nonHeap())));
    }

    private static NonHeapEntry nonHeap(@Nullable NonHeapSample last) {
        if (last == null) {
            return new NonHeapEntry(null, 0, 0, 0);
        }
        return new NonHeapEntry(
                last.rssBytes() < 0 ? null : (Long) last.rssBytes(),
                last.directBytes() + last.mappedBytes(),
                last.metaspaceBytes(),
                last.threads());
    }

    private static SuspectEntry suspect(Suspect suspect) {
        boolean site = suspect.type() == Suspect.Type.SITE;
        return new SuspectEntry(
                suspect.rank(),
                suspect.fingerprint(),
                SuspectType.valueOf(suspect.type().name()),
                site ? suspect.kind() : null,
                site ? suspect.rule() : null,
                suspect.className(),
                suspect.holder(),
                suspect.open(),
                suspect.growthPerMinute(),
                suspect.bytes(),
                suspect.frames(),
                suspect.evidence(),
                suspect.confidence());
    }

    private static ExpiryEntry expiry(ExpiryEvent event) {
        return new ExpiryEntry(
                event.at(),
                event.cause().name(),
                event.rule(),
                event.fingerprint(),
                event.ownerClass(),
                Math.round(event.idleSeconds()),
                ExpiryOutcome.valueOf(event.outcome().name()),
                event.sentence());
    }

    /** Clamps stay visible when no pool is open to show them with. */
    private static List<PoolEntry> pools(List<PoolSample> pools, List<ClampLog.Entry> clamps) {
        List<PoolEntry> entries = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (PoolSample pool : pools) {
            entries.add(pool(pool, clamps));
            shown.add(pool.family());
        }
        for (ClampLog.Entry clamp : clamps) {
            if (shown.add(PoolSample.family(clamp.rule()))) {
                entries.add(pool(new PoolSample(clamp.rule(), "no pool is open", 0, 0, null), clamps));
            }
        }
        return entries;
    }

    private static PoolEntry pool(PoolSample pool, List<ClampLog.Entry> clamps) {
        Map<String, Clamp> clamped = new LinkedHashMap<>();
        for (ClampLog.Entry clamp : clamps) {
            if (PoolSample.family(clamp.rule()).equals(pool.family())) {
                clamped.put(
                        clamp.setting(),
                        new Clamp(figure(clamp.setting(), clamp.from()), figure(clamp.setting(), clamp.to())));
            }
        }
        PoolDemand demand = pool.demand();
        PoolDiagnosis diagnosis = PoolDiagnoses.of(pool, clamps);
        return new PoolEntry(
                pool.rule(),
                pool.address(),
                pool.size(),
                pool.inUse(),
                pool.max(),
                clamped,
                demand == null ? null : (Integer) demand.waiting(),
                demand == null
                        ? List.of()
                        : demand.holders().stream().map(ReportAssembler::holder).toList(),
                diagnosis == null ? null : diagnosis.sentence());
    }

    private static PoolHolderEntry holder(PoolDemand.Holder holder) {
        return new PoolHolderEntry(
                new SiteEntry(holder.fingerprint(), holder.frames()),
                holder.busy(),
                holder.idle(),
                holder.longestIdleMillis() / 1000);
    }

    /** A getter's figure as a person reads it. */
    private static String figure(String setting, long value) {
        if (value < 0) {
            return "none";
        }
        for (Setting known : Setting.values()) {
            if (known.key().equals(setting) && known.type() == Setting.Type.DURATION) {
                return value + " ms";
            }
        }
        return Long.toString(value);
    }

    private static AlertEntry alert(Alerts.Alert alert) {
        return new AlertEntry(
                alert.at(),
                AlertLevel.valueOf(alert.level().name()),
                alert.source().label(),
                alert.text(),
                alert.evidence());
    }

    private static ReconnectEntry reconnect(EndpointStatus endpoint) {
        return new ReconnectEntry(
                endpoint.address(),
                endpoint.rule(),
                endpoint.failures(),
                endpoint.inARow(),
                endpoint.storms(),
                endpoint.storming(),
                endpoint.waiting(),
                endpoint.delays(),
                TimeUnit.NANOSECONDS.toMillis(endpoint.delayedNanos()),
                endpoint.exempt(),
                endpoint.lastFailure(),
                endpoint.lastFailedAt());
    }

    private static RuleEntry rule(RuleLedger.Entry entry) {
        String status =
                entry.off() ? "off" : entry.classes().isEmpty() ? "waiting: none of its classes was loaded" : "active";
        return new RuleEntry(
                entry.rule().id(),
                entry.rule().library(),
                entry.classes().size(),
                entry.problems().isEmpty() ? status : status + "; " + String.join("; ", entry.problems()));
    }
}
