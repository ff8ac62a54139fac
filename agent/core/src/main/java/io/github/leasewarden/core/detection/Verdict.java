package io.github.leasewarden.core.detection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence says. Fields as in the report's {@code verdict}.
 *
 * @param reason one or two sentences for the engineer on call
 * @param heap what the heap alone says, whatever the state says
 * @param slopeBytesPerSecond Theil–Sen slope of the live set's floors; 0 without enough data
 * @param confidence 0..1; for {@code steady} how sure that is, 0 for {@code not-enough-data}
 * @param secondsToExhaustion until the floors reach the maximum heap at this slope; null unless the heap really grows
 * @param samples collections after the warm-up that were used
 * @param suspects most likely first
 */
public record Verdict(
        State state,
        String reason,
        HeapGrowth.State heap,
        double slopeBytesPerSecond,
        double confidence,
        @Nullable Double secondsToExhaustion,
        int samples,
        List<Suspect> suspects) {

    /** The four words of the contract. */
    public enum State {
        /** Two independent witnesses. */
        LEAK("leak"),
        /** One witness. */
        GROWING("growing"),
        /** Enough data, no witness. */
        STEADY("steady"),
        /** Nobody can say yet; this is not {@link #STEADY}. */
        NOT_ENOUGH_DATA("not-enough-data");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As written in reports. */
        public String label() {
            return label;
        }
    }

    public Verdict {
        suspects = List.copyOf(suspects);
    }
}
