package io.github.leasewarden.hooks;

import java.util.function.Supplier;

/** Fails in every method, in the way it is told. */
final class ThrowingConnectSink extends ConnectHooks.Sink {
    private final Supplier<? extends Throwable> failure;

    ThrowingConnectSink(Supplier<? extends Throwable> failure) {
        this.failure = failure;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T extends Throwable, R> R fail() throws T {
        throw (T) failure.get();
    }

    @Override
    public Object connecting(int point, Object client, Object target) {
        return fail();
    }

    @Override
    public void connectLeft(int point, Object attempt, Throwable thrown, Object result) {
        fail();
    }

    @Override
    public void connected(Object client) {
        fail();
    }

    @Override
    public void connectFailed(Object client, Object reason) {
        fail();
    }
}
