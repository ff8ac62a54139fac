package io.github.leasewarden.apps.longruns;

import java.util.Map;

/**
 * What a process had at a quiet moment, seen from outside.
 *
 * @param seconds since the start of the run
 * @param classes live instances by class name
 * @param gauges bytes, threads and files by name
 */
record Snapshot(double seconds, Map<String, Long> classes, Map<String, Long> gauges) {}
