package io.github.leasewarden.apps.demo;

/** Counts requests and tells how it goes. */
final class Statistics {
    private final long start = System.nanoTime();
    private int ok;
    private int failed;
    private String firstError = "";
    private String lastError = "";

    synchronized void succeeded() {
        ok++;
    }

    synchronized void failed(Exception failure) {
        failed++;
        lastError = failure.getMessage();
        if (firstError.isEmpty()) {
            firstError = "request " + (ok + failed) + ", after " + seconds() + " s: " + lastError;
        }
    }

    synchronized String progress() {
        return String.format("%3d s  ok %4d  failed %4d  %s", seconds(), ok, failed, lastError);
    }

    synchronized String summary() {
        return ok + failed + " requests in " + seconds() + " s, " + ok + " ok, " + failed + " failed"
                + (failed > 0 ? "; the first was " + firstError : "");
    }

    private long seconds() {
        return (System.nanoTime() - start) / 1_000_000_000L;
    }
}
