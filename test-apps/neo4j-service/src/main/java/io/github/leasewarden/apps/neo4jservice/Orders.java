package io.github.leasewarden.apps.neo4jservice;

/** What a request does with the database. */
interface Orders {
    /** Writes an order in a transaction of its own. */
    void place(int order);

    /** Reads one value without an explicit transaction. */
    int count();
}
