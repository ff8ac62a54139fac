package io.github.leasewarden.reports.page;

import io.github.leasewarden.reports.AlertEntry;
import io.github.leasewarden.reports.AlertLevel;
import io.github.leasewarden.reports.ExpiryEntry;
import io.github.leasewarden.reports.ExpiryOutcome;
import io.github.leasewarden.reports.FailureEntry;
import io.github.leasewarden.reports.FalsePositiveEntry;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.LargeResultEntry;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.PoolEntry;
import io.github.leasewarden.reports.PoolHolderEntry;
import io.github.leasewarden.reports.RuleEntry;
import io.github.leasewarden.reports.SiteEntry;
import io.github.leasewarden.reports.StreamEntry;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.SuspectType;
import io.github.leasewarden.reports.VerdictEntry;
import io.github.leasewarden.reports.VerdictState;
import io.github.leasewarden.reports.WouldExpire;
import java.util.List;
import java.util.Map;

/** A report in which every text that an observed program can influence is the same text. */
final class Hostile {
    private Hostile() {}

    static LeakReport report(String text) {
        LeakReport plain = PageSamples.report(1);
        List<String> frames = List.of(text, text);
        return new LeakReport(
                plain.schemaVersion(),
                plain.generatedAt(),
                plain.agent(),
                new JvmInfo(1, text, text, text),
                new VerdictEntry(VerdictState.LEAK, text, 1, 1, 1L, 1),
                plain.heap(),
                List.of(new SuspectEntry(
                        1, text, SuspectType.SITE, text, text, text, text, 1, 1, 1L, frames, List.of(text), 1)),
                List.of(new LeaseEntry(
                        text,
                        text,
                        new SiteEntry(text, frames),
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        Map.of(text, 1L),
                        1,
                        true,
                        WouldExpire.NOTHING,
                        false)),
                List.of(new ExpiryEntry(plain.generatedAt(), text, text, text, text, 1, ExpiryOutcome.FAILED, text)),
                List.of(new FalsePositiveEntry(
                        text, text, plain.generatedAt(), plain.generatedAt(), plain.generatedAt(), frames, frames)),
                List.of(new PoolEntry(
                        text,
                        text,
                        1,
                        1,
                        1,
                        Map.of(),
                        1,
                        List.of(new PoolHolderEntry(new SiteEntry(text, frames), 1, 1, 1)),
                        text)),
                List.of(new AlertEntry(plain.generatedAt(), AlertLevel.CRITICAL, "heap", text, null)),
                List.of(new RuleEntry(text, text, 1, text + ";")),
                List.of(new StreamEntry(
                        text,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1,
                        1L,
                        1.0,
                        true,
                        List.of(new FailureEntry(plain.generatedAt(), text, text, frames, true)))),
                List.of(new LargeResultEntry(text, text, frames, 1, 1)),
                List.of(),
                null);
    }
}
