package io.github.leasewarden.apps.scenarios;

import java.util.function.BooleanSupplier;

/** What scenarios share: a scenario opens things rightly and wrongly, an exactly known number of times, and stays a while. */
public final class Scenario {
    private static final long MOST_MILLIS = 60_000;

    private Scenario() {}

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until something has come about, but not for ever. */
    public static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + MOST_MILLIS * 1_000_000;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            pause(50);
        }
    }

    /** Waits until something has come about, and says on standard output whether it has. */
    public static void await(String what, BooleanSupplier condition) {
        until(condition);
        System.out.println(what + ": " + condition.getAsBoolean());
    }
}
