package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.lease.SiteCount;
import java.util.ArrayList;
import java.util.List;

/** The evidence against a site, in words. */
final class LeaseSentences {
    private LeaseSentences() {}

    static List<String> of(SiteCount now, List<Point> series, double perMinute, boolean idleCrowd) {
        List<String> sentences = new ArrayList<>();
        if (!series.isEmpty()) {
            sentences.add(String.format(
                    "Unreleased leases went from %.0f to %d within %s (%s).",
                    series.get(0).value(),
                    now.unreleased(),
                    Amounts.seconds(Point.span(series)),
                    Amounts.perMinute(perMinute)));
        }
        sentences.add("Opened " + now.opened() + ", released " + now.released() + ", open now " + now.open()
                + (now.expired() > 0 ? ", released by the agent " + now.expired() : "") + ".");
        if (now.abandoned() > 0) {
            sentences.add("The handles of " + now.abandoned()
                    + " leases were garbage collected without a release: nobody can release them any more.");
        }
        if (now.ownersGone() > 0) {
            sentences.add(now.ownersGone() + " owners ended while their leases were still open.");
        }
        if (idleCrowd && now.idlePastTtl() > 0) {
            sentences.add(
                    now.idlePastTtl() + " open leases have been idle for longer than their TTL, and ever more are.");
        }
        if (now.unsampled()) {
            sentences.add(
                    "The opening stacks of these leases were not sampled, so the line is not known; no sampled site of rule "
                            + now.rule() + " explains the growth.");
        }
        if (now.disarmed()) {
            sentences.add("An expired lease of this site was used again, so idleness proves nothing here.");
        }
        return sentences;
    }
}
