package io.github.leasewarden.core.report;

import io.github.leasewarden.core.detection.Evidence;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.lease.ClampLog;
import io.github.leasewarden.core.lease.ExpiryEvent;
import io.github.leasewarden.core.lease.LeaseDetails;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.core.reconnect.EndpointStatus;
import io.github.leasewarden.core.stream.StreamStatus;
import io.github.leasewarden.instrumentation.weave.RuleLedger;
import io.github.leasewarden.reports.AgentInfo;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.SwitchedOff;
import java.time.Instant;
import java.util.List;

/**
 * All the agent knew at one moment. Whatever tells the world about it (reports, HTTP, metrics, JMX) reads this and nothing else, so that
 * they agree. Immutable.
 *
 * @param at wall-clock time
 * @param agent who observes, and what it cost
 * @param jvm who is observed
 * @param verdict the judgement of {@code evidence}
 * @param evidence heap, leases, pools and the like over time
 * @param leases per site, with false positives
 * @param expiries newest last
 * @param clamps settings the agent limited
 * @param alerts newest last
 * @param rules which rules matched, and which did not
 * @param streams every stream that was seen
 * @param reconnects every endpoint at which connects failed
 * @param totals what only grows, and how alerts stand
 */
public record Observation(
        Instant at,
        AgentInfo agent,
        JvmInfo jvm,
        Verdict verdict,
        Evidence evidence,
        LeaseDetails leases,
        List<ExpiryEvent> expiries,
        List<ClampLog.Entry> clamps,
        List<Alerts.Alert> alerts,
        List<RuleLedger.Entry> rules,
        List<StreamStatus> streams,
        List<EndpointStatus> reconnects,
        Totals totals) {
    public Observation {
        expiries = List.copyOf(expiries);
        clamps = List.copyOf(clamps);
        alerts = List.copyOf(alerts);
        rules = List.copyOf(rules);
        streams = List.copyOf(streams);
        reconnects = List.copyOf(reconnects);
    }

    /** The same, but that the agent was switched off since. */
    public Observation switchedOff(SwitchedOff off) {
        return new Observation(
                at,
                new AgentInfo(agent.version(), agent.mode(), agent.uptimeSeconds(), agent.cost(), off),
                jvm,
                verdict,
                evidence,
                leases,
                expiries,
                clamps,
                alerts,
                rules,
                streams,
                reconnects,
                totals);
    }
}
