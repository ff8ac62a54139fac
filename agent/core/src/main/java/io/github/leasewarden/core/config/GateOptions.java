package io.github.leasewarden.core.config;

import io.github.leasewarden.core.pressure.GateSettings;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Options about the gate that make sense only together, or only for this heap. */
public final class GateOptions {
    private static final double DEFAULT_HIGH = 0.80;
    private static final double DEFAULT_LOW = 0.70;

    private GateOptions() {}

    /**
     * Reads them.
     *
     * @param maxHeapBytes the most this JVM's heap can grow to
     * @param warn told of every combination that cannot be meant, and what is used instead
     */
    public static GateSettings read(AgentConfig config, long maxHeapBytes, Consumer<String> warn) {
        double high = config.ratio(Setting.PRESSURE_HIGH);
        double low = config.ratio(Setting.PRESSURE_LOW);
        if (low >= high) {
            warn.accept("option " + Setting.PRESSURE_LOW.key() + ": " + low + " is not below "
                    + Setting.PRESSURE_HIGH.key() + ", which is " + high + "; using " + DEFAULT_LOW + " and "
                    + DEFAULT_HIGH);
            high = DEFAULT_HIGH;
            low = DEFAULT_LOW;
        }
        @Nullable Long limit = config.bytesOrOff(Setting.GATE_MEMORY_LIMIT);
        if (limit != null && limit >= maxHeapBytes) {
            warn.accept("option " + Setting.GATE_MEMORY_LIMIT.key() + ": " + (limit >> 20)
                    + " MiB is not below the heap's " + (maxHeapBytes >> 20) + " MiB; using "
                    + Setting.PRESSURE_HIGH.key() + "=" + high);
            limit = null;
        }
        return new GateSettings(
                high,
                low,
                limit,
                config.durationOrOff(Setting.GATE_MAX_WAIT),
                config.durationOrOff(Setting.GC_ON_STREAM_PRESSURE));
    }
}
