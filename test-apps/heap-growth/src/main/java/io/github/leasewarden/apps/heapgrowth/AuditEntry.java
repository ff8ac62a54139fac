package io.github.leasewarden.apps.heapgrowth;

/** What the service remembers of a request: about one kilobyte. */
final class AuditEntry {
    static final int BYTES = 1024;

    private final int request;
    private final byte[] payload = new byte[BYTES - 40];

    AuditEntry(int request) {
        this.request = request;
        payload[0] = (byte) request;
    }

    int request() {
        return request;
    }
}
