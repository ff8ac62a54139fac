package io.github.leasewarden.reports.diff;

import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.SuspectType;
import io.github.leasewarden.reports.VerdictState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One look at a program, from a report or a flight recording.
 *
 * @param name of the file
 * @param at when
 * @param program main class; null if the file does not say
 * @param verdict the conclusion at that time
 * @param usedAfterGcBytes heap after the newest collection; null if unknown
 * @param slopeBytesPerSecond how fast it grew; 0 without enough data
 * @param items what was counted, by its key
 * @param notes sentences about what the file cannot show
 */
public record Profile(
        String name,
        Instant at,
        @Nullable String program,
        VerdictState verdict,
        @Nullable Long usedAfterGcBytes,
        double slopeBytesPerSecond,
        Map<String, Item> items,
        List<String> notes) {

    /**
     * Something counted.
     *
     * @param key the same in every profile: a fingerprint of a site, or a class name
     * @param what in words, for example {@code neo4j-session} or {@code class}
     * @param where the application's line or the class
     * @param count leases that the application has not released, whether the agent did or not; instances; or samples
     * @param suspect whether that look called it one
     */
    public record Item(String key, String what, String where, long count, boolean suspect) {}

    public Profile {
        items = Map.copyOf(items);
        notes = List.copyOf(notes);
    }

    /** A report as a profile. */
    public static Profile of(String name, LeakReport report) {
        Map<String, Item> items = new LinkedHashMap<>();
        for (LeaseEntry lease : report.leases()) {
            String key = lease.site().fingerprint();
            items.merge(
                    key,
                    new Item(key, lease.kind(), where(lease.site().frames(), lease.rule()), unreleased(lease), false),
                    (a, b) -> new Item(key, a.what(), a.where(), a.count() + b.count(), false));
        }
        for (SuspectEntry suspect : report.suspects()) {
            Item item = of(suspect);
            items.merge(
                    item.key(),
                    item,
                    (lease, same) -> new Item(lease.key(), lease.what(), lease.where(), lease.count(), true));
        }
        return new Profile(
                name,
                report.generatedAt(),
                report.jvm().mainClass(),
                report.verdict().state(),
                report.heap().usedAfterGcBytes(),
                report.verdict().slopeBytesPerSecond(),
                items,
                List.of());
    }

    /** A class is the same class under any fingerprint, also in a flight recording. */
    private static Item of(SuspectEntry suspect) {
        String className = suspect.className();
        boolean isClass = suspect.type() == SuspectType.CLASS && className != null;
        String key = isClass ? classKey(Objects.requireNonNull(className)) : suspect.fingerprint();
        String what = suspect.kind() == null ? suspect.type().label() : suspect.kind();
        String where =
                where(suspect.frames(), className == null ? suspect.type().label() : className);
        return new Item(key, what, where, suspect.open(), true);
    }

    /** The key of a class. */
    public static String classKey(String className) {
        return "class " + className;
    }

    private static long unreleased(LeaseEntry lease) {
        return Math.max(0, lease.opened() - lease.released() - lease.collected());
    }

    private static String where(List<String> frames, String otherwise) {
        return frames.isEmpty() ? otherwise : frames.get(0);
    }
}
