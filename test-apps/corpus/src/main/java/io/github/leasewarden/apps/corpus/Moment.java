package io.github.leasewarden.apps.corpus;

/**
 * How far the run is.
 *
 * @param tick 1, 2, 3 …
 * @param ticks how many there will be
 */
public record Moment(int tick, int ticks) {
    /** 0 at the start, 1 at the end. */
    public double share() {
        return (double) tick / ticks;
    }

    /** Since the start. */
    public double seconds() {
        return (double) tick / Corpus.TICKS_PER_SECOND;
    }
}
