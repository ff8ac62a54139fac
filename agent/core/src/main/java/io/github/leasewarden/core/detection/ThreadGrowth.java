package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.ThreadCensus;
import io.github.leasewarden.core.sampling.ThreadGroupCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Threads of one name pattern of which there are ever more.
 *
 * @param now the newest count
 * @param grown since the first census of the growing part
 * @param perMinute threads
 * @param excused whether they may be no leak: a pool that fills up to its size, or workers that are started one after the other
 */
record ThreadGrowth(ThreadGroupCount now, double grown, double perMinute, boolean excused) {
    private static final int ENOUGH_CENSUSES = 3;
    /** Services start workers one after the other; they may for as long as a class may grow, unless there are soon a few crowds of them. */
    private static final int MOST_CROWDS = 5;

    /** A fact of its own about the same threads: they exist, and do nothing. */
    boolean asleep(int crowd) {
        return now.asleep() >= Math.max(crowd / 2, grown / 2);
    }

    /** Most grown first. */
    static List<ThreadGrowth> in(List<ThreadCensus> censuses, int crowd) {
        List<ThreadGrowth> found = new ArrayList<>();
        if (censuses.size() >= ENOUGH_CENSUSES) {
            for (ThreadGroupCount group : censuses.get(censuses.size() - 1).groups()) {
                judge(group, censuses, crowd).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingDouble(ThreadGrowth::grown).reversed());
        return found;
    }

    private static Optional<ThreadGrowth> judge(ThreadGroupCount now, List<ThreadCensus> censuses, int crowd) {
        List<Point> points = new ArrayList<>();
        int familiesBefore = 0;
        for (ThreadCensus census : censuses) {
            Optional<ThreadGroupCount> then = census.groups().stream()
                    .filter(group -> group.pattern().equals(now.pattern()))
                    .findFirst();
            points.add(Point.atNanos(
                    census.uptimeNanos(), then.map(ThreadGroupCount::threads).orElse(0)));
            if (points.size() == 1) {
                familiesBefore = then.map(ThreadGroupCount::families).orElse(0);
            }
        }
        Accumulation accumulation = Accumulation.of(points, ENOUGH_CENSUSES);
        if (accumulation == null || accumulation.grown() < crowd) {
            return Optional.empty();
        }
        boolean onePool = now.pooled() && now.families() <= Math.max(1, familiesBefore);
        double lasted = Point.span(points.subList(accumulation.from() + 1, points.size()));
        return Optional.of(new ThreadGrowth(
                now,
                accumulation.grown(),
                60 * accumulation.perSecond(),
                onePool || tooEarly(lasted, accumulation.grown(), crowd)));
    }

    /** Whether they may still be workers that are started one after the other, or more of them for a while because there is more to do. */
    static boolean tooEarly(double lastedSeconds, double grown, int crowd) {
        return lastedSeconds < Excuses.LONGEST_SECONDS && grown < MOST_CROWDS * crowd;
    }
}
