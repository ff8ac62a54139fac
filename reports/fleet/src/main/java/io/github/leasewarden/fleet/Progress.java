package io.github.leasewarden.fleet;

import java.util.Locale;
import java.util.function.LongSupplier;

/** A bar on standard error, for a person at a terminal; nothing for anyone else. */
final class Progress {
    private static final int WIDTH = 30;

    private final Console console;
    private final LongSupplier nanos;
    private final long start;

    Progress(Console console, LongSupplier nanos) {
        this.console = console;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    void at(int done, int all) {
        if (console.terminal()) {
            console.err().print("\r" + bar(done, all));
            console.err().flush();
        }
    }

    void done(int done, int all) {
        if (console.terminal()) {
            at(done, all);
            console.err().println();
        }
    }

    private String bar(int done, int all) {
        int filled = all == 0 ? WIDTH : (int) ((long) WIDTH * done / all);
        double seconds = Math.max(1e-3, (nanos.getAsLong() - start) / 1e9);
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d reports, %.0f a second",
                "#".repeat(filled),
                " ".repeat(WIDTH - filled),
                done,
                all,
                done / seconds);
    }
}
