package io.github.leasewarden.core.sampling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of {@code GC.class_histogram}, the same on 17 and 25: {@code "   1:   18227   48656664  [B (java.base@17.0.15)"}.
 * Lines of any other form (headings, totals, whatever comes next) are skipped.
 */
final class HistogramParser {
    /** Largest classes kept; a service has some ten thousand, most of them with a handful of instances. */
    static final int MOST_CLASSES = 4000;
    /** Fewer instances than this cannot be an accumulation yet. */
    static final int LEAST_INSTANCES = 5;

    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+).*");

    private HistogramParser() {}

    /** What the JVM fills the gaps between objects with: nobody's. */
    private static boolean filler(String name) {
        return name.startsWith("jdk.internal.vm.Filler") || name.startsWith("[Ljdk.internal.vm.Filler");
    }

    /** Bytes of all lines but {@linkplain #filler fillers}. */
    static long totalBytes(String histogram) {
        return histogram
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .filter(line -> !filler(line.group(3)))
                .mapToLong(line -> Long.parseLong(line.group(2)))
                .sum();
    }

    /** Largest first. Same-named classes of several loaders and hidden classes of one origin are summed. */
    static List<ClassCount> parse(String histogram) {
        Map<String, ClassCount> byName = new HashMap<>();
        histogram.lines().map(LINE::matcher).filter(Matcher::matches).forEach(line -> {
            ClassCount count = new ClassCount(
                    withoutAddress(line.group(3)), Long.parseLong(line.group(1)), Long.parseLong(line.group(2)));
            byName.merge(count.className(), count, HistogramParser::sum);
        });
        List<ClassCount> largest = new ArrayList<>(byName.values());
        largest.removeIf(count -> count.instances() < LEAST_INSTANCES || filler(count.className()));
        largest.sort(Comparator.comparingLong(ClassCount::bytes).reversed().thenComparing(ClassCount::className));
        return largest.size() > MOST_CLASSES ? List.copyOf(largest.subList(0, MOST_CLASSES)) : largest;
    }

    /** {@code Feed$$Lambda$14/0x00007f1c} (17) and {@code Feed$$Lambda/0x00007f1c+0x9} (25): the address differs between runs. */
    private static String withoutAddress(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    private static ClassCount sum(ClassCount one, ClassCount other) {
        return new ClassCount(one.className(), one.instances() + other.instances(), one.bytes() + other.bytes());
    }
}
