package io.github.leasewarden.core.sampling;

import java.util.List;

/**
 * Threads whose names differ in digits only.
 *
 * @param pattern the name with {@code *} for digits
 * @param threads how many
 * @param asleep how many of them used no CPU since the previous census, which they had already been in
 * @param families how many different names there are once only the last number is left out: {@code pool-1-thread-1} and
 *     {@code pool-2-thread-1} are two
 * @param pooled true if an example of them works for a thread pool
 * @param startedBy frames of whoever started the newest of them, the application's first; empty if none was seen to start
 * @param frames of the example's stack, innermost first
 */
public record ThreadGroupCount(
        String pattern,
        int threads,
        int asleep,
        int families,
        boolean pooled,
        List<String> startedBy,
        List<String> frames) {
    public ThreadGroupCount {
        startedBy = List.copyOf(startedBy);
        frames = List.copyOf(frames);
    }
}
