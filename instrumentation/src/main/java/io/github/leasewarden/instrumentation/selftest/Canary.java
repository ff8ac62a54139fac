package io.github.leasewarden.instrumentation.selftest;

/** A resource of our own: opened, used and released through real advice at every start, to prove that weaving works in this JVM. */
public final class Canary implements AutoCloseable {
    private int used;

    /** Something to weave. */
    public int use() {
        return ++used;
    }

    @Override
    public void close() {
        used = -1;
    }
}
