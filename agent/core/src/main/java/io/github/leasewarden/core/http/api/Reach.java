package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.HeapSampler;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All of the agent that the API can see and do. Every function may be called by any thread.
 *
 * @param latest the newest observation, or null before the first
 * @param now a fresh observation; costs a look. The newest while another look does not come back
 * @param hanging the look that does not come back, in one sentence; null while all do
 * @param selfTestProblem null if the self-test at start went well
 * @param isOff whether the agent was switched off
 * @param off switches it off, for good
 * @param collect asks for a full collection, marked as ours, and returns after it
 * @param markGc put around what makes the JVM collect
 * @param reportDir where reports are
 * @param tell one line for the operator
 */
public record Reach(
        Supplier<@Nullable Observation> latest,
        Supplier<@Nullable Observation> now,
        Supplier<@Nullable String> hanging,
        @Nullable String selfTestProblem,
        BooleanSupplier isOff,
        Runnable off,
        Runnable collect,
        Supplier<HeapSampler.OwnGc> markGc,
        Path reportDir,
        Consumer<String> tell) {}
