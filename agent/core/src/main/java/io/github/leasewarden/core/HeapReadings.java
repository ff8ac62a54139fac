package io.github.leasewarden.core;

import io.github.leasewarden.core.sampling.LastCollection;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last collection for the gate, once the management classes are loaded; unknown before. Loading them costs some 100 ms of CPU, which
 * no hook may spend. Thread-safe.
 */
final class HeapReadings implements Supplier<LastCollection.@Nullable Reading> {
    private volatile @Nullable LastCollection last;

    /** Loads what reading needs. A JVM without those classes is named once; its sources are never held. */
    synchronized void open(Consumer<String> warn) {
        if (last != null) {
            return;
        }
        try {
            LastCollection opened = new LastCollection();
            opened.read();
            ManagementFactory.getThreadMXBean()
                    .getThreadInfo(new long[] {Thread.currentThread().getId()}, true, false);
            last = opened;
        } catch (LinkageError | RuntimeException e) {
            warn.accept("sources of streams are never held: heap after GC cannot be read (" + e + ")");
        }
    }

    @Override
    public LastCollection.@Nullable Reading get() {
        LastCollection opened = last;
        return opened == null ? null : opened.read();
    }
}
