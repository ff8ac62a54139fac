package io.github.leasewarden.bench;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Prints when main began (milliseconds since the epoch) and how much CPU time its thread had used by then (nanoseconds). The launcher
 * creates the JVM and runs premain on the thread that runs main, so the difference an agent makes is what premain costs its caller.
 */
public final class FirstLine {
    private FirstLine() {}

    /** @param args none */
    public static void main(String[] args) throws IOException {
        long now = System.currentTimeMillis();
        byte[] schedule;
        try (InputStream in = new FileInputStream("/proc/thread-self/schedstat")) {
            schedule = in.readAllBytes();
        }
        System.out.println(now + " " + new String(schedule, StandardCharsets.US_ASCII).trim());
    }
}
