package io.github.leasewarden.instrumentation.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leasewarden.hooks.ConnectHooks;
import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.instrumentation.weave.Recorder.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients that connect tell, with real woven classes. */
class ConnectOperationsTest {
    private final List<Call> calls = new ArrayList<>();

    @BeforeEach
    void install() {
        assertThat(ConnectHooks.install(new ConnectHooks.Sink() {
                    @Override
                    public Object connecting(int point, Object client, Object target) {
                        calls.add(Call.of("connecting", client, target));
                        return "attempt";
                    }

                    @Override
                    public void connectLeft(int point, Object attempt, Throwable thrown, Object result) {
                        calls.add(Call.of("left", attempt, thrown == null ? null : thrown.getMessage(), result));
                    }

                    @Override
                    public void connected(Object client) {
                        calls.add(Call.of("connected", client));
                    }

                    @Override
                    public void connectFailed(Object client, Object reason) {
                        calls.add(Call.of("failed", client, reason));
                    }
                }))
                .isTrue();
    }

    @AfterEach
    void uninstall() {
        ConnectHooks.uninstall();
        assertThat(LeaseHooks.takeLastSuppressed()).isNull();
    }

    private static Object woven(String rule) throws Throwable {
        Woven woven = Woven.by("'type': '@Session', " + rule);
        Object session = woven.make(Samples.Session.class);
        assertThat(woven.warnings()).isEmpty();
        return session;
    }

    @Test
    void aConnectTellsItsEndpointAndItsResultOrFailure() throws Throwable {
        Object session = woven("'connect': [{ 'on': ['send/1', 'fail'], 'endpoint': 'arg0' }]");
        assertThat(Woven.call(session, "send", "item")).isEqualTo("sent item");
        assertThatThrownBy(() -> Woven.call(session, "fail", "item")).isInstanceOf(IOException.class);
        assertThat(calls)
                .containsExactly(
                        Call.of("connecting", session, "item"),
                        Call.of("left", "attempt", null, "sent item"),
                        Call.of("connecting", session, "item"),
                        Call.of("left", "attempt", "broken pipe", null));
    }

    @Test
    void theClientItselfMayKnowTheEndpoint() throws Throwable {
        Object session = woven("'connect': [{ 'on': ['send/1'], 'endpoint': 'this.address()' }]");
        Woven.call(session, "send", "item");
        assertThat(calls).first().isEqualTo(Call.of("connecting", session, session));
    }

    @Test
    void otherMethodsTellHowItEnded() throws Throwable {
        Object session =
                woven("'connected': [{ 'on': ['send/1'] }], 'connectFailed': [{ 'on': ['fail'], 'reason': 'arg0' }]");
        Woven.call(session, "send", "item");
        assertThatThrownBy(() -> Woven.call(session, "fail", "refused")).isInstanceOf(IOException.class);
        assertThat(calls).containsExactly(Call.of("connected", session), Call.of("failed", session, "refused"));
    }
}
