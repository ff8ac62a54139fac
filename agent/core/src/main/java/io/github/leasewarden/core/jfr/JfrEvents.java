package io.github.leasewarden.core.jfr;

import io.github.leasewarden.core.lease.ExpiryEvent;
import io.github.leasewarden.core.lease.LeaseCensus;
import io.github.leasewarden.core.lease.SiteCount;
import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.reports.FalsePositiveEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The agent's own Flight Recorder events: {@code leasewarden.LeaseOpened}, {@code LeaseExpired}, {@code FalsePositive}, {@code Verdict}. Written
 * by agent threads while somebody's recording runs; application threads do nothing for them. Mentions no type of {@code jdk.jfr}, so
 * that it loads where the module is missing, and says so then.
 */
public final class JfrEvents implements Consumer<Observation> {
    private static final int MOST_SITES = 100;

    private final Consumer<String> note;
    private final Map<String, Long> opened = new HashMap<>();
    private int falsePositives;
    private volatile boolean missing;

    /** @param note how things stand, for whoever asks */
    public JfrEvents(Consumer<String> note) {
        this.note = note;
        note.accept("Flight Recorder events are written once a recording runs");
    }

    /** News of a release; called on the agent's releasing threads. */
    public void expired(ExpiryEvent expiry) {
        if (isRecording()) {
            LeaseExpiredEvent.emit(expiry);
        }
    }

    @Override
    public void accept(Observation seen) {
        boolean recording = isRecording();
        if (recording) {
            VerdictEvent.emit(seen);
        }
        noteFalsePositives(seen.leases().falsePositives(), recording);
        List<LeaseCensus> censuses = seen.evidence().leases();
        if (!censuses.isEmpty()) {
            noteOpened(censuses.get(censuses.size() - 1).sites(), recording);
        }
    }

    /** Of more than the list holds, the later ones are counted in metrics and reports, not here. */
    private void noteFalsePositives(List<FalsePositiveEntry> all, boolean recording) {
        for (FalsePositiveEntry entry : all.subList(Math.min(falsePositives, all.size()), all.size())) {
            if (recording) {
                FalsePositiveEvent.emit(entry);
            }
        }
        falsePositives = all.size();
    }

    private record Opened(SiteCount site, long count) {}

    private void noteOpened(List<SiteCount> sites, boolean recording) {
        List<Opened> fresh = new ArrayList<>();
        for (SiteCount site : sites) {
            if (!site.unsampled()) {
                Long before = opened.put(site.fingerprint(), site.opened());
                long count = site.opened() - (before == null ? 0 : before);
                if (count > 0 && recording) {
                    fresh.add(new Opened(site, count));
                }
            }
        }
        fresh.stream()
                .sorted(Comparator.comparingLong(Opened::count).reversed())
                .limit(MOST_SITES)
                .forEach(each -> LeaseOpenedEvent.emit(each.site(), each.count()));
    }

    private boolean isRecording() {
        if (missing) {
            return false;
        }
        try {
            return Recorder.isInitialized();
        } catch (LinkageError e) {
            missing = true;
            note.accept("Flight Recorder events cannot be written: this JVM has no jdk.jfr (" + e + ")");
            return false;
        }
    }
}
