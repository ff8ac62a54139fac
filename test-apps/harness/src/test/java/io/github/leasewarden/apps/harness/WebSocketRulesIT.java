package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.Seen.Counts;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jakarta-websocket.json} on Tyrus, and {@code java-net-http-websocket.json}. */
class WebSocketRulesIT {
    @ParameterizedTest
    @CsvSource({"jakarta, 17", "jakarta, 25", "javax, 17", "javax, 25"})
    void listenersEndWithTheSessionTheyWereOpenedFor(String api, int jdk) {
        AppUnderAgent chat = api.equals("jakarta")
                ? RuleScenario.of("websocket.Chat", Jdk.require(jdk))
                : RuleScenario.withLibraries("javax-websocket", "websocket.Chat", Jdk.require(jdk));
        AppRun run = chat.run().assertSuccess().assertNoHarm();

        assertThat(run.stdout()).isEqualTo("""
                the room is told of 2: true
                on the bus: 2, listeners of clients: 0, in the small room: 4
                sessions open: 2
                """);
        Seen seen = Seen.lastOf(run)
                .assertActive("jakarta.websocket")
                .assertActive("jakarta.message-handler")
                .assertActive("guava.eventbus")
                .assertNoFalsePositive()
                .assertSites(
                        "jdk.property-change",
                        Map.of(
                                "Room.onOpen", Counts.of(29, 0, 2).expired("OWNER_CLOSED", 27),
                                "Listener$Handler.onMessage",
                                        Counts.of(12, 0, 0).expired("OWNER_CLOSED", 12),
                                // four owners are no pattern
                                "SmallRoom.onOpen", Counts.of(4, 0, 4)))
                .assertSites(
                        "jdk.property-change.named",
                        Map.of("Room.onMessage", Counts.of(26, 0, 2).expired("OWNER_CLOSED", 24)))
                .assertSites(
                        "guava.eventbus",
                        Map.of("Room.onMessage", Counts.of(26, 0, 2).expired("OWNER_CLOSED", 24)));
        // 33 more are the server's ends, opened by the container: no frame of the application's
        assertThat(seen.total("jakarta.websocket")).isEqualTo(Counts.of(67, 62, 5));
        assertThat(seen.sites("jakarta.websocket"))
                // a Tyrus server keeps a session of its own that is connected to nobody
                .containsEntry("Chat.main", Counts.of(1, 0, 1))
                .containsEntry("Chat.comeAndGo", Counts.of(16, 16, 0))
                .containsEntry("Listener.comeAndGo", Counts.of(12, 12, 0))
                .containsEntry("Chat.sentAway", Counts.of(3, 3, 0))
                .containsEntry("Chat.stay", Counts.of(2, 0, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void jdkSocketsAreReleasedByEitherSideAndAbortedWhenIdle(int jdk) {
        AppRun run = RuleScenario.of(
                        "httpclient.Sockets",
                        Jdk.require(jdk),
                        "mode=observe",
                        "mode.jdk.websocket=strict",
                        "ttl.websocket=2s")
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(run.stdout()).isEqualTo("""
                closed by the peer: true
                only the used one is left: true
                still open: true
                """);
        Seen.lastOf(run)
                .assertActive("jdk.websocket")
                .assertNoFalsePositive()
                .assertSites(
                        "jdk.websocket",
                        Map.of(
                                "Sockets.forget", Counts.of(4, 0, 0).expired("IDLE", 4),
                                "Sockets.close", Counts.of(4, 4, 0),
                                "Sockets.abort", Counts.of(1, 1, 0),
                                "Sockets.closedByPeer", Counts.of(1, 1, 0),
                                "Sockets.use", Counts.of(1, 1, 0)));
    }
}
