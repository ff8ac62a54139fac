package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;

/** Rows keep old versions for as long as a report reads them; a report takes 24 seconds, and a vacuum cuts what nobody reads. */
public final class StockVersions implements Program {
    private final Row[] rows = new Row[500];
    private final Deque<Report> reports = new ArrayDeque<>();
    private final Random random = new Random(608);
    private long read;

    private record Report(int snapshot, int end) {}

    private static final class Version {
        private final int since;
        private final byte[] columns;
        private Version older;

        private Version(int since, byte[] columns, Version older) {
            this.since = since;
            this.columns = columns;
            this.older = older;
        }
    }

    private static final class Row {
        private Version newest = new Version(0, new byte[3_000], null);

        private Version asOf(int snapshot) {
            Version version = newest;
            while (version.since > snapshot) {
                version = version.older;
            }
            return version;
        }
    }

    public StockVersions() {
        Arrays.setAll(rows, number -> new Row());
    }

    @Override
    public void tick(Moment moment) {
        int now = moment.tick();
        for (int i = random.nextInt(21); i > 0; i--) {
            Row row = rows[random.nextInt(rows.length)];
            row.newest = new Version(now, new byte[1_000 + random.nextInt(7_000)], row.newest);
        }
        if (now % 640 == 200) {
            reports.addLast(new Report(now, now + 480));
        }
        for (Report report : reports) {
            read += rows[now % rows.length].asOf(report.snapshot).columns.length;
        }
        reports.removeIf(report -> report.end <= now);
        if (now % 20 == 0) {
            vacuum(reports.isEmpty() ? now : reports.getFirst().snapshot);
        }
    }

    private void vacuum(int horizon) {
        for (Row row : rows) {
            row.asOf(horizon).older = null;
        }
    }

    @Override
    public String toString() {
        return read + " read";
    }
}
