package io.github.leasewarden.hooks;

import java.util.function.Supplier;

/** Fails in every method, in the way it is told. */
final class ThrowingStreamSink extends StreamHooks.Sink {
    private final Supplier<? extends Throwable> failure;

    ThrowingStreamSink(Supplier<? extends Throwable> failure) {
        this.failure = failure;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T extends Throwable, R> R fail() throws T {
        throw (T) failure.get();
    }

    @Override
    public Object gated(int point, Object source) {
        return fail();
    }

    @Override
    public void gateLeft(int point, Object entered) {
        fail();
    }

    @Override
    public Object handling(int point, Object handler) {
        return fail();
    }

    @Override
    public Throwable handled(int point, Object entered, Throwable thrown, Object result) {
        return fail();
    }

    @Override
    public void total(int point, Object value) {
        fail();
    }

    @Override
    public Object subscribed(int point, Object subscription) {
        return fail();
    }

    @Override
    public Object batched(Object batch, Object subscription) {
        return fail();
    }

    @Override
    public void received(Object batch) {
        fail();
    }
}
