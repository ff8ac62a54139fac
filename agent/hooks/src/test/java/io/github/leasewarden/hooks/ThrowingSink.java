package io.github.leasewarden.hooks;

import java.util.function.Supplier;

/** Fails in every method, in the way it is told. */
final class ThrowingSink extends LeaseHooks.Sink {
    private final Supplier<? extends Throwable> failure;

    ThrowingSink(Supplier<? extends Throwable> failure) {
        this.failure = failure;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private <T extends Throwable, R> R fail() throws T {
        throw (T) failure.get();
    }

    @Override
    public Object opened(int point, Object handle, Object owner, Object keep, Object alias) {
        return fail();
    }

    @Override
    public void openedElsewhere(int point, Object handle, Object owner, Object keep, Object alias) {
        fail();
    }

    @Override
    public Object registered(int point, Object table, Object receiver, Object handle, Object key, Object owner) {
        return fail();
    }

    @Override
    public void unregistered(int point, Object table, Object receiver, Object handle, Object key) {
        fail();
    }

    @Override
    public void unregisteredAll(int point, Object table, Object receiver) {
        fail();
    }

    @Override
    public void used(Object held) {
        fail();
    }

    @Override
    public void delivered(Object held) {
        fail();
    }

    @Override
    public void usedAll(Object table, Object receiver) {
        fail();
    }

    @Override
    public Object entered(Object held) {
        return fail();
    }

    @Override
    public void left(Object entered, Object result) {
        fail();
    }

    @Override
    public void released(int point, Object held) {
        fail();
    }

    @Override
    public void derived(int point, Object held, Object parent, Object child) {
        fail();
    }

    @Override
    public void acquired(Object held, Object value) {
        fail();
    }

    @Override
    public Object scopeEntered(int point, Object owner) {
        return fail();
    }

    @Override
    public void scopeLeft(Object entered) {
        fail();
    }

    @Override
    public void measured(int point, Object value) {
        fail();
    }

    @Override
    public long clamped(int point, long value) {
        return this.<RuntimeException, Long>fail();
    }
}
