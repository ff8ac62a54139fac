package io.github.leasewarden.instrumentation.weave;

import io.github.leasewarden.hooks.LeaseHooks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes down every hook call; the number of the weave point is left out. */
final class Recorder extends LeaseHooks.Sink {
    static final String LEASE = "the lease";
    static final String TABLE = "the table";
    static final String ENTERED = "entered";
    static final long LIMIT = 20;

    /** One hook call. */
    record Call(String hook, List<Object> arguments) {
        static Call of(String hook, Object... arguments) {
            return new Call(hook, Arrays.asList(arguments));
        }
    }

    private final List<Call> calls = new ArrayList<>();

    List<Call> calls() {
        return calls;
    }

    /** Forgets what was recorded. */
    void clear() {
        calls.clear();
    }

    private void note(String hook, Object... arguments) {
        calls.add(Call.of(hook, arguments));
    }

    @Override
    public Object opened(int point, Object handle, Object owner, Object keep, Object alias) {
        note("opened", handle, owner, keep, alias);
        return LEASE;
    }

    @Override
    public void openedElsewhere(int point, Object handle, Object owner, Object keep, Object alias) {
        note("openedElsewhere", handle, owner, keep, alias);
    }

    @Override
    public Object registered(int point, Object table, Object receiver, Object handle, Object key, Object owner) {
        note("registered", table, receiver, handle, key, owner);
        return TABLE;
    }

    @Override
    public void unregistered(int point, Object table, Object receiver, Object handle, Object key) {
        note("unregistered", table, receiver, handle, key);
    }

    @Override
    public void unregisteredAll(int point, Object table, Object receiver) {
        note("unregisteredAll", table, receiver);
    }

    @Override
    public void used(Object held) {
        note("used", held);
    }

    @Override
    public void delivered(Object held) {
        note("delivered", held);
    }

    @Override
    public void usedAll(Object table, Object receiver) {
        note("usedAll", table, receiver);
    }

    @Override
    public Object entered(Object held) {
        note("entered", held);
        return ENTERED;
    }

    @Override
    public void left(Object entered, Object result) {
        note("left", entered, result);
    }

    @Override
    public void released(int point, Object held) {
        note("released", held);
    }

    @Override
    public void derived(int point, Object held, Object parent, Object child) {
        note("derived", held, parent, child);
    }

    @Override
    public void acquired(Object held, Object value) {
        note("acquired", held, value);
    }

    @Override
    public Object scopeEntered(int point, Object owner) {
        note("scopeEntered", owner);
        return "scope of " + owner;
    }

    @Override
    public void scopeLeft(Object entered) {
        note("scopeLeft", entered);
    }

    @Override
    public void measured(int point, Object value) {
        note("measured", value);
    }

    @Override
    public long clamped(int point, long value) {
        note("clamped", value);
        return Math.min(value, LIMIT);
    }
}
