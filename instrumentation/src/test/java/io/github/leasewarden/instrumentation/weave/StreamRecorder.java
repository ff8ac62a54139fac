package io.github.leasewarden.instrumentation.weave;

import io.github.leasewarden.hooks.StreamHooks;
import io.github.leasewarden.instrumentation.weave.Recorder.Call;
import java.util.ArrayList;
import java.util.List;

/** Writes down every hook call about streams; isolates whatever is thrown if told to. */
final class StreamRecorder extends StreamHooks.Sink {
    static final String ENTERED = "entered";

    private final List<Call> calls = new ArrayList<>();
    boolean isolating;

    List<Call> calls() {
        return calls;
    }

    @Override
    public Object gated(int point, Object source) {
        calls.add(Call.of("gated", source));
        return ENTERED;
    }

    @Override
    public void gateLeft(int point, Object entered) {
        calls.add(Call.of("gateLeft", entered));
    }

    @Override
    public Object handling(int point, Object handler) {
        calls.add(Call.of("handling", handler));
        return ENTERED;
    }

    @Override
    public Throwable handled(int point, Object entered, Throwable thrown, Object result) {
        calls.add(Call.of("handled", entered, thrown == null ? null : thrown.getMessage(), result));
        return isolating ? null : thrown;
    }

    @Override
    public void total(int point, Object value) {
        calls.add(Call.of("total", value));
    }

    @Override
    public Object subscribed(int point, Object subscription) {
        calls.add(Call.of("subscribed", subscription));
        return "batch";
    }

    @Override
    public Object batched(Object batch, Object subscription) {
        calls.add(Call.of("batched", batch, subscription));
        return "instead of " + subscription;
    }

    @Override
    public void received(Object batch) {
        calls.add(Call.of("received", batch));
    }
}
