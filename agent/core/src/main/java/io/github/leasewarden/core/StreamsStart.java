package io.github.leasewarden.core;

import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.config.GateOptions;
import io.github.leasewarden.core.pressure.GateSettings;
import io.github.leasewarden.core.pressure.HeapPressure;
import io.github.leasewarden.core.pressure.StreamGate;
import io.github.leasewarden.core.stream.Streams;
import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.instrumentation.rule.Hook;
import io.github.leasewarden.instrumentation.rule.Rule;
import io.github.leasewarden.thread.AgentThread;
import java.time.Clock;
import java.util.List;

/**
 * Puts the parts together that act on streams.
 *
 * @param streams where hooks report to
 * @param readings what the gate decides by; nothing is held until it is opened
 */
record StreamsStart(Streams streams, HeapReadings readings) {

    static StreamsStart of(AgentConfig config, OwnCollections collections, AgentLog log) {
        Runtime runtime = Runtime.getRuntime();
        GateSettings settings = GateOptions.read(config, runtime.maxMemory(), log::line);
        HeapReadings readings = new HeapReadings();
        StreamGate gate = new StreamGate(
                new HeapPressure(readings, settings, runtime::maxMemory),
                settings,
                collections::collect,
                work -> new AgentThread("gate", work).start(),
                () -> runtime.totalMemory() - runtime.freeMemory(),
                System::nanoTime,
                LeaseHooks::isInstalled);
        Streams streams = new Streams(gate, settings.maxWait(), config.leases()::modeOf, Clock.systemUTC());
        return new StreamsStart(streams, readings);
    }

    /**
     * Makes the gate able to decide: at once if the user gave rules about sources, for then the first item may matter; otherwise an agent
     * thread does it later.
     */
    void openFor(List<Rule> own, AgentLog log) {
        for (Rule rule : own) {
            for (Hook hook : rule.hooks()) {
                if (hook.operation() == Hook.Operation.GATE) {
                    readings.open(log::line);
                    return;
                }
            }
        }
    }
}
