package io.github.leasewarden.core.lease;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One opening place of one rule: its interned stack and what became of the leases opened there. Holds strings only, never a class or a
 * {@link Throwable}, so that it pins no class loader. Thread-safe.
 */
final class Site {
    private final RuleState rule;
    private final List<String> frames;
    private final String fingerprint;
    private final boolean unsampled;
    private final boolean ofApplication;

    final Count opened;
    final Count released;
    final AtomicLong collected = new AtomicLong();
    final AtomicLong expired = new AtomicLong();
    final AtomicLong failed = new AtomicLong();
    final AtomicLong abandoned = new AtomicLong();
    /** Never released by anybody, and nothing of it is left to track: abandoned in observe mode, or closed with its library at exit. */
    final AtomicLong lost = new AtomicLong();

    final AtomicLong ownersGone = new AtomicLong();
    final AtomicLong lateReleases = new AtomicLong();
    final AtomicLong[] expiredBy = new AtomicLong[Cause.values().length];
    /** Written by the expirer's thread only. */
    final SiteTrend trend = new SiteTrend();

    private volatile @Nullable String handleClass;
    private volatile boolean disarmed;
    /** Ticks; a lost update by a race costs one observation. */
    private volatile int longestGap;

    /** @param lanes for the site of all opens without a stack, which come by the million; null for any other */
    Site(RuleState rule, List<String> frames, String fingerprint, @Nullable Lanes lanes, boolean ofApplication) {
        this.rule = rule;
        this.frames = List.copyOf(frames);
        this.fingerprint = fingerprint;
        this.unsampled = lanes != null;
        this.ofApplication = ofApplication;
        this.opened = new Count(lanes);
        this.released = new Count(lanes);
        for (int i = 0; i < expiredBy.length; i++) {
            expiredBy[i] = new AtomicLong();
        }
    }

    RuleState rule() {
        return rule;
    }

    /** Opening stack, the application's own frame first; empty for opens without a stack. */
    List<String> frames() {
        return frames;
    }

    String fingerprint() {
        return fingerprint;
    }

    /** Whether it stands for all opens of its rule whose stack the budget did not allow. */
    boolean isUnsampled() {
        return unsampled;
    }

    /** Whether it names a line of the application's, and not only the library's own threads. */
    boolean isOfApplication() {
        return ofApplication;
    }

    /** The line to blame, for sentences. */
    String line() {
        return frames.isEmpty() ? "an opener whose stack was not taken" : frames.get(0);
    }

    void opened(Object handle) {
        opened.increment();
        note(handle);
    }

    /** @param mine the current thread's lane, or null if it has none */
    void opened(Object handle, @Nullable Lane mine) {
        opened.add(1, mine);
        note(handle);
    }

    private void note(Object handle) {
        if (handleClass == null) {
            handleClass = handle.getClass().getName();
        }
    }

    @Nullable
    String handleClass() {
        return handleClass;
    }

    /** A lease was used again after so many idle ticks. */
    void usedAfter(int gap) {
        if (gap > longestGap) {
            longestGap = gap;
        }
    }

    int longestGap() {
        return longestGap;
    }

    /** An expired lease was used: from now on leases of this site are only observed. Returns whether that is news. */
    boolean disarm() {
        boolean news = !disarmed;
        disarmed = true;
        return news;
    }

    boolean isDisarmed() {
        return disarmed;
    }

    /** Leases that were abandoned and only observed: what another mode would have released. */
    long onlyObserved() {
        return disarmed || rule.mode() == Mode.OBSERVE ? lost.get() : 0;
    }

    long open() {
        return Math.max(0, opened.sum() - released.sum() - collected.get() - expired.get() - failed.get() - lost.get());
    }

    /** What the application opened and neither released nor dropped. */
    long unreleased() {
        return opened.sum() - released.sum() - collected.get();
    }
}
