package io.github.leasewarden.apps.observe;

/** A resource of the observed shop; a rule file of the test tracks it. */
public class Order implements AutoCloseable {
    public int use() {
        return 1;
    }

    @Override
    public void close() {}
}
