package io.github.leasewarden.core.lease;

import io.github.leasewarden.instrumentation.rule.Clamp;
import io.github.leasewarden.instrumentation.weave.WeavePoint;
import io.github.leasewarden.reports.LargeResultEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Who asks a library for more at once than is good for the heap. Bounded by the number of sites. Thread-safe; called on application threads, so it
 * only counts.
 */
public final class LargeResults {
    /** What one site got. */
    private static final class Seen {
        private long times;
        private long most;

        private synchronized void note(int size) {
            times++;
            most = Math.max(most, size);
        }

        private synchronized LargeResultEntry entry(Site site) {
            return new LargeResultEntry(site.rule().id(), site.fingerprint(), site.frames(), times, most);
        }
    }

    /** Once something is known, who asks is looked at for so many calls more. */
    private static final int NAMED_CALLS = 10_000;

    private final Sites sites;
    private final Map<String, Long> limits;
    private final AtomicInteger callsToName = new AtomicInteger(NAMED_CALLS);
    private final ConcurrentHashMap<Site, Seen> seen = new ConcurrentHashMap<>();

    /** @param limits by option key; a key that is absent is switched off */
    LargeResults(Sites sites, Map<String, Long> limits) {
        this.sites = sites;
        this.limits = limits;
    }

    /**
     * A library handed this out.
     *
     * @param value a collection or a stage of one; anything else is ignored
     */
    void measured(WeavePoint point, RuleState rule, Object value) {
        Clamp setting = point.hook().clamp();
        Long limit = setting == null ? null : limits.get(setting.setting());
        if (limit == null) {
            return;
        }
        if (value instanceof Collection) {
            int size = ((Collection<?>) value).size();
            if (size > limit) {
                note(sites.here(rule), size);
            }
        } else if (value instanceof CompletionStage) {
            // by the time it is there, nobody knows who asked; so ask now, but not for ever where nothing ever is too
            // large
            boolean naming = callsToName.get() > 0;
            Site site = naming ? sites.here(rule) : rule.unsampled();
            if (naming) {
                callsToName.decrementAndGet();
            }
            ((CompletionStage<?>) value).whenComplete(new Later(this, site, limit));
        }
    }

    private void note(Site site, int size) {
        Seen known = seen.get(site);
        if (known == null) {
            Seen fresh = new Seen();
            Seen raced = seen.putIfAbsent(site, fresh);
            known = raced == null ? fresh : raced;
        }
        known.note(size);
        callsToName.set(NAMED_CALLS);
    }

    /** All sites so far, in no particular order. */
    public List<LargeResultEntry> all() {
        List<LargeResultEntry> all = new ArrayList<>();
        seen.forEach((site, what) -> all.add(what.entry(site)));
        return all;
    }

    /** A named class: hook paths use no lambdas. */
    private static final class Later implements BiConsumer<@Nullable Object, @Nullable Throwable> {
        private final LargeResults results;
        private final Site site;
        private final long limit;

        Later(LargeResults results, Site site, long limit) {
            this.results = results;
            this.site = site;
            this.limit = limit;
        }

        @Override
        public void accept(@Nullable Object value, @Nullable Throwable error) {
            if (value instanceof Collection && ((Collection<?>) value).size() > limit) {
                results.note(site, ((Collection<?>) value).size());
            }
        }
    }
}
