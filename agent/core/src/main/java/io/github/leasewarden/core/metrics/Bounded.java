package io.github.leasewarden.core.metrics;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A closed set of label values out of an open one: users may name kinds and rules as they like, and each name is a series that
 * Prometheus keeps. The first {@value #MOST} names stay, in a fixed order; the rest is {@value #OTHER}.
 */
final class Bounded {
    static final int MOST = 32;
    static final String OTHER = "other";
    private static final int LONGEST = 120;

    private final Set<String> kept;

    /**
     * @param first names that stay whatever else there is
     * @param others further names, those first in the alphabet preferred
     */
    Bounded(List<String> first, Collection<String> others) {
        kept = new HashSet<>(first);
        for (String name : new TreeSet<>(others)) {
            if (kept.size() >= MOST) {
                break;
            }
            if (name.length() <= LONGEST) {
                kept.add(name);
            }
        }
    }

    /** A value of bounded length. The end of a frame tells more than its beginning: it has the line. */
    static String tail(String value) {
        return value.length() <= LONGEST ? value : "…" + value.substring(value.length() - LONGEST + 1);
    }

    String label(String name) {
        return kept.contains(name) ? name : OTHER;
    }
}
