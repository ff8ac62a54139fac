package io.github.leasewarden.core.sampling;

/**
 * What a class histogram has counted. Seen on JDK 17 and 25 with a class of which nothing was held, one held weakly and one held softly: for ZGC and
 * Shenandoah objects are found by following references, so even {@code -all} counts no garbage, but what only weak references lead to; on 17 they do
 * not collect for a live histogram either.
 */
public enum Counted {
    /** A collection went before: what is left is held, softly at least. */
    COLLECTED,
    /** What references lead to, weak ones too. */
    REACHABLE,
    /** All objects, garbage included. */
    ALL
}
