package io.github.leasewarden.reports;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * The leases of one site. {@code opened = released + collected + open +} all of {@code expired}{@code + failed}, up to
 * what changed while the numbers were read.
 *
 * @param kind for example {@code subscription}, {@code listener}, {@code websocket}, {@code neo4j-session}
 * @param rule id of the rule that made them
 * @param site where they were opened
 * @param opened total since start
 * @param released by the application
 * @param collected garbage collected without release, where that does no harm
 * @param open now
 * @param idlePastTtl open, with nothing in flight, and unused for longer than the kind's TTL
 * @param abandoned handles collected while what they stand for was still held
 * @param expired released by the agent, by cause; empty when none
 * @param failed releases that threw or did not end in time
 * @param disarmed true once an expired lease of this site was used again: the site is only observed from then on
 * @param wouldExpire what the other modes would have done
 * @param sampled true when the numbers of this site are an estimate from a sample of stacks
 */
public record LeaseEntry(
        String kind,
        String rule,
        SiteEntry site,
        long opened,
        long released,
        long collected,
        long open,
        long idlePastTtl,
        long abandoned,
        Map<String, Long> expired,
        long failed,
        boolean disarmed,
        WouldExpire wouldExpire,
        boolean sampled) {

    public LeaseEntry {
        requireNonNull(kind, "leases.kind is missing");
        requireNonNull(rule, "leases.rule is missing");
        requireNonNull(site, "leases.site is missing");
        expired = Values.map(expired);
        requireNonNull(wouldExpire, "leases.wouldExpire is missing");
    }
}
