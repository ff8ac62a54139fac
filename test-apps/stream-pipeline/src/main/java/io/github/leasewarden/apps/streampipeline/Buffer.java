package io.github.leasewarden.apps.streampipeline;

/** What stands between reading and handling. */
interface Buffer {
    void put(Order order) throws InterruptedException;

    Order take() throws InterruptedException;
}
