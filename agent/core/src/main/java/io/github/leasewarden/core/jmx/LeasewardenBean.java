package io.github.leasewarden.core.jmx;

import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.reports.LeaseEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Reads the newest observation. Thread-safe. */
final class LeasewardenBean implements LeasewardenMXBean {
    private final Supplier<Observation> seen;
    private final BooleanSupplier off;
    private final Runnable switchOff;

    /** @param seen the newest observation, never null */
    LeasewardenBean(Supplier<Observation> seen, BooleanSupplier off, Runnable switchOff) {
        this.seen = seen;
        this.off = off;
        this.switchOff = switchOff;
    }

    @Override
    public String getVersion() {
        return seen.get().agent().version();
    }

    @Override
    public String getMode() {
        return seen.get().agent().mode();
    }

    @Override
    public boolean isWatching() {
        return !off.getAsBoolean();
    }

    @Override
    public String getVerdict() {
        return seen.get().verdict().state().label();
    }

    @Override
    public String getReason() {
        return seen.get().verdict().reason();
    }

    @Override
    public double getConfidence() {
        return seen.get().verdict().confidence();
    }

    @Override
    public double getHeapGrowthBytesPerSecond() {
        return seen.get().verdict().slopeBytesPerSecond();
    }

    @Override
    public long getHeapAfterGcBytes() {
        List<HeapSample> heap = seen.get().evidence().heap();
        return heap.isEmpty() ? -1 : heap.get(heap.size() - 1).usedAfterGcBytes();
    }

    @Override
    public Map<String, Long> getOpenLeases() {
        Map<String, Long> open = new TreeMap<>();
        for (LeaseEntry lease : seen.get().leases().leases()) {
            open.merge(lease.kind(), lease.open(), Long::sum);
        }
        return open;
    }

    @Override
    public Map<String, Long> getExpiriesByCause() {
        Map<String, Long> causes = new TreeMap<>();
        for (LeaseEntry lease : seen.get().leases().leases()) {
            lease.expired().forEach((cause, count) -> causes.merge(cause, count, Long::sum));
        }
        return causes;
    }

    @Override
    public long getFalsePositives() {
        return seen.get().totals().falsePositives();
    }

    @Override
    public List<PoolView> getPools() {
        return seen.get().evidence().pools().stream().map(PoolView::new).toList();
    }

    @Override
    public List<String> getAlerts() {
        return seen.get().alerts().stream()
                .map(alert -> alert.at() + " " + word(alert.level()) + " " + alert.text())
                .toList();
    }

    @Override
    public Map<String, String> getAlertLevels() {
        Map<String, String> levels = new TreeMap<>();
        seen.get().totals().standing().forEach((source, level) -> levels.put(source.label(), word(level)));
        return levels;
    }

    @Override
    public void switchOff() {
        switchOff.run();
    }

    private static String word(Enum<?> level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
