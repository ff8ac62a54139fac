package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassCount;
import io.github.leasewarden.core.sampling.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Class counts over several censuses of one sort, live or not: the two are never mixed.
 *
 * @param seconds moment of each census, since the agent's start
 * @param tables class counts by name, of each census
 * @param counted the least certain of what its censuses counted
 */
record ClassSeries(List<Double> seconds, List<Map<String, ClassCount>> tables, Counted counted) {
    static final int ENOUGH_CENSUSES = 3;

    /** Live censuses if there are enough, else those with garbage. */
    static ClassSeries of(List<ClassCensus> censuses, long fromUptimeNanos) {
        ClassSeries live = of(censuses, fromUptimeNanos, true);
        return live.size() >= ENOUGH_CENSUSES ? live : of(censuses, fromUptimeNanos, false);
    }

    private static ClassSeries of(List<ClassCensus> censuses, long fromUptimeNanos, boolean live) {
        List<Double> seconds = new ArrayList<>();
        List<Map<String, ClassCount>> tables = new ArrayList<>();
        Counted counted = Counted.COLLECTED;
        for (ClassCensus census : censuses) {
            if (census.live() == live && census.uptimeNanos() >= fromUptimeNanos) {
                counted = census.counted().compareTo(counted) > 0 ? census.counted() : counted;
                seconds.add(census.uptimeNanos() / 1e9);
                Map<String, ClassCount> table = new HashMap<>();
                census.classes().forEach(count -> table.put(count.className(), count));
                tables.add(table);
            }
        }
        return new ClassSeries(seconds, tables, counted);
    }

    int size() {
        return seconds.size();
    }

    /** Instances over time; an absent class has none. */
    List<Point> instances(String className) {
        return points(className, ClassCount::instances);
    }

    /** Bytes over time, what the instances refer to not included. */
    List<Point> bytes(String className) {
        return points(className, ClassCount::bytes);
    }

    private List<Point> points(String className, ToLongFunction<ClassCount> amount) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            ClassCount count = tables.get(i).get(className);
            points.add(new Point(seconds.get(i), count == null ? 0 : amount.applyAsLong(count)));
        }
        return points;
    }

    /** In the newest census; an absent class has none. */
    long instancesNow(String className) {
        ClassCount count = newest().get(className);
        return count == null ? 0 : count.instances();
    }

    Map<String, ClassCount> newest() {
        return tables.get(size() - 1);
    }
}
