package io.github.leasewarden.junit;

/** What to do about a lease that was left open, by kind. */
final class Hints {
    private Hints() {}

    static String forKind(String kind) {
        switch (kind) {
            case "neo4j-session":
                return "Close the session, for example with try (Session session = driver.session()) { ... }.";
            case "subscription":
                return "Cancel or dispose of the subscription, in a finally block or in @AfterEach.";
            case "listener":
                return "Remove the listener, in a finally block or in @AfterEach.";
            case "websocket":
                return "Close the WebSocket, in a finally block or in @AfterEach.";
            case "stream":
                return "Close the stream, for example with try-with-resources.";
            default:
                return "Release it before the test ends.";
        }
    }
}
