package io.github.leasewarden.core.reconnect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an address at which connects failed.
 *
 * @param address host and port
 * @param rule id of the rule by which it was seen
 * @param failures connects that failed
 * @param inARow of these, how many since the last that succeeded
 * @param storms storms so far
 * @param storming whether there is one now
 * @param waiting threads that are delayed now
 * @param delays connects that were delayed
 * @param delayedNanos all these delays together
 * @param exempt connects in a storm that were not delayed because their thread must not wait
 * @param lastFailure class of the last failure, or what is known instead
 * @param lastFailedAt wall-clock time of it; null before the first
 */
public record EndpointStatus(
        String address,
        String rule,
        long failures,
        long inARow,
        long storms,
        boolean storming,
        int waiting,
        long delays,
        long delayedNanos,
        long exempt,
        String lastFailure,
        @Nullable Instant lastFailedAt) {}
