package io.github.leasewarden.apps.scenarios.websocket;

import io.github.leasewarden.apps.scenarios.Scenario;
import io.github.leasewarden.apps.support.QuietLogging;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.tyrus.server.Server;

/**
 * Visitors of a chat on Tyrus, both ends in this process: 12 leave by themselves, 3 are sent away, 2 stay; 12 more use the programmatic
 * API; 4 visit a small room. What the rooms registered for those who left, nobody takes back.
 */
public final class Chat {
    private static final List<Session> STAYING = new ArrayList<>();

    private Chat() {}

    public static void main(String[] args) throws DeploymentException, IOException, InterruptedException {
        QuietLogging.install();
        Server server = new Server("localhost", -1, "/", Map.of(), Room.class, SmallRoom.class);
        server.start();
        URI room = URI.create("ws://localhost:" + server.getPort() + "/room");
        URI smallRoom = URI.create("ws://localhost:" + server.getPort() + "/small");
        WebSocketContainer container = ContainerProvider.getWebSocketContainer();
        for (int i = 0; i < 12; i++) {
            comeAndGo(container, room);
            Listener.comeAndGo(container, room);
        }
        for (int i = 0; i < 4; i++) {
            comeAndGo(container, smallRoom);
        }
        for (int i = 0; i < 3; i++) {
            sentAway(container, room);
        }
        stay(container, room);
        stay(container, room);
        Scenario.pause(500);
        Scenario.await("the room is told of 2", () -> Room.listeners() == 4);
        System.out.println("on the bus: " + Room.subscribers() + ", listeners of clients: " + Listener.listeners()
                + ", in the small room: " + SmallRoom.listeners());
        Scenario.pause(1_500);
        for (Session session : STAYING) {
            session.getBasicRemote().sendText("still here");
        }
        Scenario.pause(1_000);
        System.out.println(
                "sessions open: " + STAYING.stream().filter(Session::isOpen).count());
        System.exit(0);
    }

    static void comeAndGo(WebSocketContainer container, URI uri)
            throws DeploymentException, IOException, InterruptedException {
        Visitor visitor = new Visitor();
        try (Session session = container.connectToServer(visitor, uri)) {
            session.getBasicRemote().sendText("hello");
            visitor.awaitAnswer();
        }
    }

    static void sentAway(WebSocketContainer container, URI uri)
            throws DeploymentException, IOException, InterruptedException {
        Visitor visitor = new Visitor();
        Session session = container.connectToServer(visitor, uri);
        try {
            session.getBasicRemote().sendText("bye");
        } catch (RejectedExecutionException e) {
            // the room was quicker: Tyrus had ended the session before it wanted to restart its idle timer
        }
        visitor.awaitEnd();
    }

    static void stay(WebSocketContainer container, URI uri)
            throws DeploymentException, IOException, InterruptedException {
        Visitor visitor = new Visitor();
        Session session = container.connectToServer(visitor, uri);
        session.getBasicRemote().sendText("hello");
        visitor.awaitAnswer();
        STAYING.add(session);
    }
}
