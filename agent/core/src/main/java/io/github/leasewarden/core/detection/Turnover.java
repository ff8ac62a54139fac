package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.OldObjects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether what grows is a population that turns over. By Little's law there are more objects alive if more are made in a second,
 * without one of them staying for longer; in a leak the old ones stay. JFR's samples know their age.
 */
final class Turnover {
    /**
     * Beside a population that turns over, a leak of the same size would leave a dozen samples without an old one in 1 of 100 looks:
     * (½ + ½ × {@value #YOUNG})¹².
     */
    private static final int ENOUGH_SAMPLES = 12;
    /** What leaks is as old as the time samples were collected for; these all are younger than this share of it. */
    private static final double YOUNG = 0.35;

    /** Of the parts of an object there are about as many as of the object; what it merely holds may come and go while it stays. */
    private static final int MOST_PARTS = 10;

    private Turnover() {}

    /** Age of the oldest sampled object of a population that turns over; empty if it does not, or if nobody knows. */
    static OptionalDouble oldestSeconds(String className, ClassSeries series, Evidence evidence) {
        OldObjects.Found found = evidence.inspection().survivors();
        if (found == null) {
            return OptionalDouble.empty();
        }
        Set<String> linesOfContent = linesOfContent(className, found, series);
        double sinceThen = (evidence.uptimeNanos() - found.uptimeNanos()) / 1e9;
        double[] ages = found.objects().stream()
                .filter(object -> object.ageSeconds() >= 0
                        && Hint.about(object, className)
                        && !linesOfContent.contains(Hint.line(object)))
                .mapToDouble(object -> object.ageSeconds())
                .sorted()
                .toArray();
        boolean recent = sinceThen <= 1.5 * found.collectedSeconds();
        boolean young = ages.length >= ENOUGH_SAMPLES && ages[ages.length - 1] < YOUNG * found.collectedSeconds();
        return recent && young ? OptionalDouble.of(ages[ages.length - 1]) : OptionalDouble.empty();
    }

    /** Lines whose samples are in objects of which there are many for each of the class: those that queues hold, say, if it is the queues that pile up. */
    private static Set<String> linesOfContent(String className, OldObjects.Found found, ClassSeries series) {
        long most = MOST_PARTS * series.instancesNow(className);
        return Hint.of(found.objects()).stream()
                .filter(hint -> hint.holder() != null && series.instancesNow(Hint.owner(hint.holder())) > most)
                .map(hint -> hint.frames().get(0))
                .collect(Collectors.toSet());
    }
}
