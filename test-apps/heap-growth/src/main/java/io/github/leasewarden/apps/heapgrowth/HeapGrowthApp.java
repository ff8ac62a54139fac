package io.github.leasewarden.apps.heapgrowth;

import io.github.leasewarden.apps.support.Load;
import io.github.leasewarden.apps.support.Options;

/**
 * A service whose heap grows by a plain collection: an audit log that is never trimmed. No library is involved, so only the
 * heap itself can tell.
 *
 * <p>{@code --rate-kb} is what the log grows by in a second, in {@link AuditEntry}s of 1 KB; {@code --correct} keeps the newest
 * 2000. Every request also makes {@code --garbage-kb} of short-lived garbage, as real requests do: without it there would be
 * no collection to measure the heap after.
 */
public final class HeapGrowthApp {
    private static final int BOUND = 2000;

    /** Published, so that the compiler cannot prove the garbage unneeded. */
    private static volatile byte[] unusedBuffer = new byte[0];

    private HeapGrowthApp() {}

    public static void main(String[] args) {
        Options options = Options.parse(args, Load.OPTIONS + " --rate-kb=1024 --garbage-kb=1024");
        int entriesPerRequest = Math.max(1, options.number("--rate-kb") / options.number("--rate"));
        int garbageKb = options.number("--garbage-kb");
        AuditLog log = new AuditLog(options.has("--correct") ? BOUND : Integer.MAX_VALUE);

        int requests = new Load(options).run(request -> {
            work(garbageKb);
            for (int i = 0; i < entriesPerRequest; i++) {
                log.record(new AuditEntry(request));
            }
        });

        System.out.println("requests: " + requests);
        if (!options.has("--quiet")) {
            System.out.println("audit entries held: " + log.size());
        }
    }

    private static void work(int kilobytes) {
        for (int i = 0; i < kilobytes; i++) {
            unusedBuffer = new byte[1024];
        }
    }
}
