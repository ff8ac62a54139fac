package io.github.leasewarden.bench;

/** The least a resource can be, so that what is measured is the tracking. {@code src/main/rules/bench.json} tells the agent about it. */
public final class Resource implements AutoCloseable {
    private int uses;
    private boolean closed;

    /** A call that does not block. */
    public int use() {
        return ++uses;
    }

    /** A call during which nothing may be released. */
    public int useInFlight() {
        return ++uses;
    }

    /** An item of a stream. */
    public int emit() {
        return ++uses;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return closed;
    }
}
