package io.github.leasewarden.reports.diff;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.leasewarden.reports.VerdictState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What changed from the first profile to the last, with everything between.
 *
 * @param profiles in the order given
 * @param changes the most telling first; what stayed the same is not among them
 * @param unchanged how many items stayed the same
 */
public record Difference(List<Look> profiles, List<Change> changes, int unchanged) {

    /** One profile, without its items. */
    public record Look(
            String name,
            Instant at,
            @Nullable String program,
            VerdictState verdict,
            @Nullable Long usedAfterGcBytes,
            double slopeBytesPerSecond,
            List<String> notes) {}

    /**
     * One item that changed.
     *
     * @param counts one for each profile; null where the item does not occur
     */
    public record Change(Kind change, String key, String what, String where, List<@Nullable Long> counts) {
        /** From the first to the last profile; what does not occur counts as 0. */
        public long delta() {
            return count(counts.get(counts.size() - 1)) - count(counts.get(0));
        }
    }

    /** In the order in which a reader wants to see them. */
    public enum Kind {
        /** Not there at first, there at last. */
        NEW,
        /** More at last than at first. */
        GREW,
        /** Suspected or there before, and at last gone, or no longer suspected and not growing. */
        STOPPED,
        /** Fewer at last than at first. */
        SHRANK,
        /** The same. */
        SAME;

        /** The name in JSON and in lines. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Compares.
     *
     * @param profiles at least two, the oldest first
     */
    public static Difference of(List<Profile> profiles) {
        if (profiles.size() < 2) {
            throw new IllegalArgumentException("one profile alone has nothing to differ from");
        }
        TreeSet<String> keys = new TreeSet<>();
        profiles.forEach(profile -> keys.addAll(profile.items().keySet()));
        List<Change> all = keys.stream().map(key -> change(key, profiles)).toList();
        List<Change> changes = new ArrayList<>(
                all.stream().filter(change -> change.change() != Kind.SAME).toList());
        changes.sort(Comparator.comparing(Change::change)
                .thenComparing(Comparator.comparingLong((Change change) -> Math.abs(change.delta()))
                        .reversed())
                .thenComparing(Change::key));
        return new Difference(profiles.stream().map(Difference::look).toList(), changes, all.size() - changes.size());
    }

    private static Change change(String key, List<Profile> profiles) {
        List<Profile.@Nullable Item> items =
                profiles.stream().map(profile -> profile.items().get(key)).toList();
        List<@Nullable Long> counts = new ArrayList<>();
        items.forEach(item -> counts.add(item == null ? null : (Long) item.count()));
        Profile.Item shown = items.stream()
                .filter(Objects::nonNull)
                .reduce((older, newer) -> newer)
                .orElseThrow();
        return new Change(kind(items), key, shown.what(), shown.where(), counts);
    }

    private static Kind kind(List<Profile.@Nullable Item> items) {
        Profile.Item last = items.get(items.size() - 1);
        long atFirst = count(items.get(0));
        long atLast = count(last);
        long before = count(items.get(items.size() - 2));
        boolean wasSuspect = items.subList(0, items.size() - 1).stream()
                .filter(Objects::nonNull)
                .anyMatch(Profile.Item::suspect);
        boolean calm = (last == null || !last.suspect()) && atLast <= before;
        boolean gone = atLast == 0 && items.stream().anyMatch(item -> count(item) > 0);
        if (gone || (wasSuspect && calm)) {
            return Kind.STOPPED;
        }
        if (atFirst == 0 && atLast > 0) {
            return Kind.NEW;
        }
        return atLast > atFirst ? Kind.GREW : atLast < atFirst ? Kind.SHRANK : Kind.SAME;
    }

    private static long count(Profile.@Nullable Item item) {
        return item == null ? 0 : item.count();
    }

    private static long count(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    private static Look look(Profile profile) {
        return new Look(
                profile.name(),
                profile.at(),
                profile.program(),
                profile.verdict(),
                profile.usedAfterGcBytes(),
                profile.slopeBytesPerSecond(),
                profile.notes());
    }
}
