package io.github.leasewarden.core.cli;

import java.util.List;

/** A row of bars, one character each, for a place with room for nothing else. */
final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String PLAIN = "_.-=*#%@";

    private Sparkline() {}

    /**
     * @param values oldest first; each bar is the lowest of its stretch, because the floors are what grows in a leak
     * @param width most bars
     * @param blocks whether block characters can be shown; otherwise ASCII ones
     */
    static String of(List<Long> values, int width, boolean blocks) {
        String levels = blocks ? BLOCKS : PLAIN;
        int bars = Math.min(width, values.size());
        long most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < bars; i++) {
            long floor = values.subList(at(values, i, bars), at(values, i + 1, bars)).stream()
                    .mapToLong(Long::longValue)
                    .min()
                    .orElse(0);
            int level = (int) Math.min(levels.length() - 1, Math.max(0, floor * levels.length() / most));
            line.append(levels.charAt(level));
        }
        return line.toString();
    }

    private static int at(List<Long> values, int bar, int bars) {
        return Math.toIntExact((long) values.size() * bar / bars);
    }
}
