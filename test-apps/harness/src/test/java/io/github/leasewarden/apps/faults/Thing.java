package io.github.leasewarden.apps.faults;

/** An application's own resource; a rule file of the test tracks it. */
public class Thing implements AutoCloseable {
    private boolean closed;

    public int use() {
        return closed ? -1 : 1;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
