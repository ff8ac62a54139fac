package io.github.leasewarden.apps.observe;

/** A connection pool that is always exhausted; a rule file of the test reads its figures. */
public class Till {
    public String address() {
        return "db://clerk:password@till:7687";
    }

    public int size() {
        return 2;
    }

    public int inUse() {
        return 2;
    }

    public int max() {
        return 2;
    }
}
