package io.github.leasewarden.apps.streampipeline;

/**
 * An item of the import.
 *
 * @param number its place in the file, from 1
 * @param payload its text
 * @param valid whether it can be handled
 */
record Order(int number, byte[] payload, boolean valid) {
    /** Ends the stream. */
    static final Order NONE = new Order(0, new byte[0], true);
}
