package io.github.leasewarden.fleet;

/** A command that could not do its work. The message is for the person who gave it. */
final class FleetFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FleetFailed(String message) {
        super(message);
    }

    FleetFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
