package io.github.leasewarden.core.lease;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A {@link LongAdder} to which threads with a lane add by a plain store. Exact once the threads that add are quiet. Thread-safe. */
final class Count {
    private final @Nullable Lanes lanes;
    private final int number;
    private final LongAdder others = new LongAdder();

    /** @param lanes null for a count that is seldom added to */
    Count(@Nullable Lanes lanes) {
        this.lanes = lanes;
        this.number = lanes == null ? 0 : lanes.newCount();
    }

    void increment() {
        add(1);
    }

    void add(long more) {
        add(more, lanes == null ? null : lanes.mine());
    }

    /** @param mine the current thread's lane, or null if it has none */
    void add(long more, @Nullable Lane mine) {
        if (lanes == null || mine == null) {
            others.add(more);
        } else {
            mine.count(number, more);
        }
    }

    long sum() {
        return others.sum() + (lanes == null ? 0 : lanes.sum(number));
    }
}
