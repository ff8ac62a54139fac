package io.github.leasewarden.core.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.lease.Mode;
import io.github.leasewarden.instrumentation.rule.Rule;
import io.github.leasewarden.instrumentation.rule.RuleReader;
import io.github.leasewarden.instrumentation.weave.RuleBook;
import io.github.leasewarden.thread.AgentThread;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReconnectsTest {
    private static final URI CHAT = URI.create("ws://chat.acme.com/room");
    private static final long TENTH = 100_000_000L;
    private static final int BY_RESULT = 0;
    private static final int BY_PATH = 1;

    private final AtomicBoolean inForce = new AtomicBoolean(true);
    private Mode mode = Mode.GUARD;
    private final AtomicLong clock = new AtomicLong();

    /** Knows its address, as clients do. */
    private record Client(URI uri) {}

    private Reconnects reconnects(boolean guard) throws Exception {
        List<Rule> rules = RuleReader.parse("test.json", """
                { "schema": 1, "rules": [{ "id": "acme.client", "kind": "websocket", "type": "com.acme.Client", "connect": [
                  { "on": ["connect"], "endpoint": "arg0" }, { "on": ["run"], "endpoint": "this.uri()" }] }] }""");
        Backoff backoff = new Backoff(1_000_000_000L, () -> 1);
        Delay delay = new Delay(clock::get, clock::addAndGet, inForce::get);
        Reconnects made = new Reconnects(backoff, guard ? delay : null, rule -> mode, type -> {}, clock::get);
        made.bind(new RuleBook(rules, List.of()));
        return made;
    }

    private void fail(Reconnects reconnects, int times) {
        for (int i = 0; i < times; i++) {
            clock.addAndGet(TENTH);
            Object attempt = reconnects.connecting(BY_RESULT, new Client(CHAT), CHAT);
            if (attempt != null) {
                reconnects.connectLeft(BY_RESULT, attempt, new ConnectException("refused: token=secret"), null);
            }
        }
    }

    private static EndpointStatus only(Reconnects reconnects) {
        assertThat(reconnects.statuses()).hasSize(1);
        return reconnects.statuses().get(0);
    }

    @Test
    void aMethodThatThrowsIsAFailedConnectAndItsMessageIsNotKept() throws Exception {
        Reconnects reconnects = reconnects(false);
        fail(reconnects, 1);
        assertThat(only(reconnects).address()).isEqualTo("chat.acme.com:80");
        assertThat(only(reconnects).lastFailure()).isEqualTo("java.net.ConnectException");
    }

    @Test
    void aStageTellsWhenItEnds() throws Exception {
        Reconnects reconnects = reconnects(false);
        CompletableFuture<Object> stage = new CompletableFuture<>();
        Object attempt = reconnects.connecting(BY_RESULT, "client", CHAT);
        reconnects.connectLeft(BY_RESULT, attempt, null, stage);
        assertThat(reconnects.statuses()).isEmpty();
        stage.completeExceptionally(new CompletionException(new ConnectException()));
        assertThat(only(reconnects).lastFailure()).isEqualTo("java.net.ConnectException");
    }

    @Test
    void aMethodThatReturnsNothingTellsNothingAndOthersDo() throws Exception {
        Reconnects reconnects = reconnects(false);
        Client client = new Client(CHAT);
        reconnects.connectLeft(BY_PATH, reconnects.connecting(BY_PATH, client, client), null, null);
        assertThat(reconnects.statuses()).isEmpty();
        reconnects.connectFailed(client, null);
        assertThat(only(reconnects).lastFailure()).isEqualTo("closed before it was open");
    }

    @Test
    void theEndOfAnOpenConnectionIsNoFailedConnect() throws Exception {
        Reconnects reconnects = reconnects(false);
        Client client = new Client(CHAT);
        reconnects.connectLeft(BY_PATH, reconnects.connecting(BY_PATH, client, client), null, null);
        reconnects.connected(client);
        reconnects.connectFailed(client, new ConnectException());
        assertThat(reconnects.statuses()).isEmpty();
    }

    @Test
    void overloadsThatCallEachOtherAreOneConnect() throws Exception {
        Reconnects reconnects = reconnects(false);
        Object outer = reconnects.connecting(BY_RESULT, "client", CHAT);
        assertThat(reconnects.connecting(BY_RESULT, "client", CHAT)).isNull();
        reconnects.connectLeft(BY_RESULT, outer, new ConnectException(), null);
        assertThat(only(reconnects).failures()).isEqualTo(1);
        assertThat(reconnects.connecting(BY_RESULT, "client", CHAT)).isNotNull();
    }

    @Test
    void aStormIsToldInAnyModeAndWhatWouldHelp() throws Exception {
        mode = Mode.OBSERVE;
        Reconnects reconnects = reconnects(false);
        fail(reconnects, 12);
        assertThat(reconnects.takeNews())
                .singleElement()
                .asString()
                .startsWith("reconnect storm: 10 connects in a row to chat.acme.com:80 failed within 0.9 s ")
                .contains("rule acme.client, last: java.net.ConnectException", "reconnect.guard=true would delay");
        assertThat(only(reconnects).storming()).isTrue();
        assertThat(only(reconnects).delays()).isZero();
        reconnects.connectLeft(BY_RESULT, reconnects.connecting(BY_RESULT, "client", CHAT), null, "connection");
        assertThat(reconnects.takeNews())
                .containsExactly("reconnect storm over: connected to chat.acme.com:80 after 12 failures in a row");
    }

    @Test
    void whenGuardedConnectsInAStormAreDelayedAndOthersAreNot() throws Exception {
        Reconnects reconnects = reconnects(true);
        fail(reconnects, 10);
        assertThat(only(reconnects).delays()).isZero();
        fail(reconnects, 2);
        assertThat(only(reconnects).delays()).isEqualTo(2);
        // 0.5 s and 1 s, of which a tenth had passed by itself
        assertThat(only(reconnects).delayedNanos()).isEqualTo(1_500_000_000L - 2 * TENTH);
        assertThat(only(reconnects).waiting()).isZero();
    }

    @Test
    void aRuleThatOnlyObservesDelaysNobody() throws Exception {
        mode = Mode.OBSERVE;
        Reconnects reconnects = reconnects(true);
        fail(reconnects, 20);
        assertThat(only(reconnects).delays()).isZero();
    }

    @Test
    void anInterruptedThreadGoesOnAndStaysInterrupted() throws Exception {
        Reconnects reconnects = reconnects(true);
        fail(reconnects, 10);
        Thread.currentThread().interrupt();
        fail(reconnects, 1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(only(reconnects).exempt()).isEqualTo(1);
        assertThat(only(reconnects).delays()).isZero();
    }

    @Test
    void aThreadThatHoldsTheClientsMonitorGoesOn() throws Exception {
        Reconnects reconnects = reconnects(true);
        fail(reconnects, 10);
        Client client = new Client(CHAT);
        synchronized (client) {
            reconnects.connectLeft(BY_PATH, reconnects.connecting(BY_PATH, client, client), null, null);
        }
        assertThat(only(reconnects).exempt()).isEqualTo(1);
    }

    @Test
    void aWorkerOfAForkJoinPoolGoesOn() throws Exception {
        Reconnects reconnects = reconnects(true);
        fail(reconnects, 10);
        ForkJoinPool pool = new ForkJoinPool(1);
        pool.submit(() -> fail(reconnects, 1)).get();
        pool.shutdown();
        assertThat(only(reconnects).exempt()).isEqualTo(1);
    }

    @Test
    void ourOwnThreadsAreNotFollowed() throws Exception {
        Reconnects reconnects = reconnects(true);
        AgentThread ours = new AgentThread("test", () -> fail(reconnects, 20));
        ours.start();
        ours.join();
        assertThat(reconnects.statuses()).isEmpty();
    }

    @Test
    void onceTheAgentIsOffNobodyWaits() throws Exception {
        Reconnects reconnects = reconnects(true);
        fail(reconnects, 10);
        inForce.set(false);
        long before = clock.get();
        fail(reconnects, 1);
        assertThat(clock).as("time that passed").hasValue(before + TENTH);
    }
}
