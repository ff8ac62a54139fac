package io.github.leasewarden.core.lease;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What threads can write to without asking others. Threads are spread over it by id; one that finds its lane taken does without. */
final class Lanes {
    static final int COUNT = 64;

    private final Lane[] lanes = new Lane[COUNT];
    private final AtomicInteger counts = new AtomicInteger();

    Lanes() {
        Arrays.setAll(lanes, lane -> new Lane());
    }

    /** The current thread's own lane, or null if it has none. */
    @Nullable
    Lane mine() {
        Thread thread = Thread.currentThread();
        Lane lane = lanes[(int) thread.getId() & COUNT - 1];
        return lane.belongsTo(thread) ? lane : null;
    }

    Lane[] all() {
        return lanes;
    }

    /** A number for one more count kept in every lane. */
    int newCount() {
        return counts.getAndIncrement();
    }

    long sum(int count) {
        long sum = 0;
        for (Lane lane : lanes) {
            sum += lane.count(count);
        }
        return sum;
    }
}
