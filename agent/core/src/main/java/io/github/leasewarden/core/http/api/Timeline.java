package io.github.leasewarden.core.http.api;

import java.util.ArrayList;
import java.util.List;

/**
 * A bounded past of even resolution: when it is full, all neighbours are merged two by two, and from then on each point stands for twice as
 * many observations. So a chart of a day or a month is as good everywhere. Thread-safe.
 */
final class Timeline {
    private final int most;
    private final List<HistoryPoint> points = new ArrayList<>();
    private long stride = 1;
    private long inNewest;

    /** @param most points, even */
    Timeline(int most) {
        this.most = most;
    }

    synchronized void add(HistoryPoint point) {
        if (inNewest > 0 && inNewest < stride) {
            int newest = points.size() - 1;
            points.set(newest, HistoryPoint.merge(points.get(newest), point));
            inNewest++;
            return;
        }
        if (points.size() == most) {
            halve();
        }
        points.add(point);
        inNewest = 1;
    }

    /** A copy, oldest first. */
    synchronized List<HistoryPoint> list() {
        return List.copyOf(points);
    }

    private void halve() {
        List<HistoryPoint> merged = new ArrayList<>(most / 2);
        for (int i = 0; i < points.size(); i += 2) {
            merged.add(HistoryPoint.merge(points.get(i), points.get(i + 1)));
        }
        points.clear();
        points.addAll(merged);
        stride *= 2;
    }
}
