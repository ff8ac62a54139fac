package io.github.leasewarden.core.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * A bounded, time-ordered list that covers the whole run: when it is full, neighbours in its older half are merged two by
 * two. So the newest entries are complete and older ones get coarser, instead of vanishing: a leak that takes a week stays
 * visible, which a plain ring buffer of the last hour would not show.
 *
 * @param <T> an immutable entry
 */
public final class History<T> {
    private final int capacity;
    private final BinaryOperator<T> merge;
    private final List<T> entries;

    /**
     * @param capacity most entries kept, at least 4
     * @param merge makes one entry of two neighbours, the older one first
     */
    public History(int capacity, BinaryOperator<T> merge) {
        if (capacity < 4) {
            throw new IllegalArgumentException("capacity " + capacity + " is below 4");
        }
        this.capacity = capacity;
        this.merge = merge;
        this.entries = new ArrayList<>(capacity);
    }

    /** A history that forgets the newer one of two neighbours, so that the first entry stays the first. */
    public static <T> History<T> thinning(int capacity) {
        return new History<>(capacity, (older, newer) -> older);
    }

    public synchronized void add(T entry) {
        if (entries.size() == capacity) {
            mergeOlderHalf();
        }
        entries.add(entry);
    }

    /** A copy, oldest first. */
    public synchronized List<T> list() {
        return List.copyOf(entries);
    }

    private void mergeOlderHalf() {
        int half = capacity / 2 & ~1;
        List<T> merged = new ArrayList<>(half / 2);
        for (int i = 0; i < half; i += 2) {
            merged.add(merge.apply(entries.get(i), entries.get(i + 1)));
        }
        entries.subList(0, half).clear();
        entries.addAll(0, merged);
    }
}
