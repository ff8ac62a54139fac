package io.github.leasewarden.instrumentation.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.instrumentation.weave.Recorder.Call;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each operation tells the registry, with real woven classes. */
class OperationsTest {
    private static final String SESSION = "'type': '@Session', 'open': [{ 'on': ['<init>'] }], ";
    private static final String HUB = "'type': '@Hub', 'register': [{ 'on': ['add/1'], 'handle': 'arg0' }], ";

    private final Recorder recorder = new Recorder();

    @BeforeEach
    void install() {
        assertThat(LeaseHooks.install(recorder)).isTrue();
    }

    @AfterEach
    void uninstall() {
        LeaseHooks.uninstall();
        assertThat(LeaseHooks.takeLastSuppressed()).isNull();
    }

    @Test
    void aNewObjectOpensALeaseAndKeepsItInItsField() throws Throwable {
        Woven woven = Woven.by("'type': '@Session', "
                + "'open': [{ 'on': ['<init>/2'], 'owner': 'arg0', 'keep': 'args', 'alias': 'last' }], "
                + "'use': [{ 'on': ['send/1'] }]");
        Object session = woven.make(Samples.Session.class, "owner", "options");
        assertThat(recorder.calls()).hasSize(1);
        Call call = recorder.calls().get(0);
        assertThat(call.hook()).isEqualTo("opened");
        assertThat(call.arguments().get(0)).isSameAs(session);
        assertThat(call.arguments().get(1)).isEqualTo("owner");
        assertThat((Object[]) call.arguments().get(2)).containsExactly("owner", "options");
        assertThat(call.arguments().get(3)).isEqualTo("options");
        recorder.clear();
        Woven.call(session, "send", "hello");
        assertThat(recorder.calls()).containsExactly(Call.of("used", Recorder.LEASE));
    }

    @Test
    void aConstructorThatCallsAnotherOpensOnce() throws Throwable {
        Woven woven = Woven.by("'type': '@Session', 'open': [{ 'on': ['<init>'] }]");
        Object session = woven.make(Samples.Session.class, "owner");
        assertThat(recorder.calls()).containsExactly(Call.of("opened", session, null, null, null));
    }

    @Test
    void aConstructorThatThrowsOpensNothing() {
        Woven woven = Woven.by("'type': '@Session', 'open': [{ 'on': ['<init>'] }]");
        assertThatThrownBy(() -> woven.make(Samples.Session.class, "owner", "options", true))
                .isInstanceOf(IOException.class);
        assertThat(recorder.calls()).isEmpty();
    }

    @Test
    void anObjectHandedOutIsOpenedElsewhere() throws Throwable {
        Woven woven = Woven.by(
                "'type': '@Hub', 'open': [{ 'on': ['subscribe/1'], 'handle': 'return', 'owner': 'this', 'keep': 'arg0' }]");
        Object hub = woven.make(Samples.Hub.class);
        Woven.call(hub, "subscribe", "listener");
        assertThat(recorder.calls())
                .containsExactly(Call.of("openedElsewhere", "subscription of listener", hub, "listener", null));
    }

    @Test
    void registrationsOfOneReceiverShareItsTable() throws Throwable {
        Woven woven = Woven.by("'type': '@Hub', 'register': [{ 'on': ['add/1'], 'handle': 'arg0' }, "
                + "{ 'on': ['add/2'], 'handle': 'arg1', 'key': 'arg0', 'owner': 'this' }]");
        Object hub = woven.make(Samples.Hub.class);
        Woven.call(hub, "add", "a");
        Woven.call(hub, "add", "topic", "b");
        assertThat(recorder.calls())
                .containsExactly(
                        Call.of("registered", null, hub, "a", null, null),
                        Call.of("registered", Recorder.TABLE, hub, "b", "topic", hub));
    }

    @Test
    void unregistrationNamesHandleAndKeyEvenWhenItThrows() throws Throwable {
        Woven woven = Woven.by(HUB + "'unregister': [{ 'on': ['remove/2'], 'handle': 'arg1', 'key': 'arg0' }]");
        Object hub = woven.make(Samples.Hub.class);
        assertThatThrownBy(() -> Woven.call(hub, "remove", "topic", "b")).isInstanceOf(IllegalArgumentException.class);
        assertThat(recorder.calls()).containsExactly(Call.of("unregistered", null, hub, "b", "topic"));
    }

    @Test
    void allRegistrationsAreUsedAndDroppedThroughTheTable() throws Throwable {
        Woven woven = Woven.by(HUB + "'use': [{ 'on': ['fire'], 'all': true }], "
                + "'unregister': [{ 'on': ['clear'], 'all': true }]");
        Object hub = woven.make(Samples.Hub.class);
        Woven.call(hub, "add", "a");
        recorder.clear();
        Woven.call(hub, "fire", "event");
        Woven.call(hub, "clear");
        assertThat(recorder.calls())
                .containsExactly(
                        Call.of("usedAll", Recorder.TABLE, hub), Call.of("unregisteredAll", Recorder.TABLE, hub));
    }

    @Test
    void aCallInFlightIsEnteredAndLeftWithItsResult() throws Throwable {
        Object session = session("'use': [{ 'on': ['send/1', 'sendNothing'], 'inFlight': true }]");
        assertThat(Woven.call(session, "send", "hello")).isEqualTo("sent hello");
        Woven.call(session, "sendNothing", "hello");
        assertThat(recorder.calls())
                .containsExactly(
                        Call.of("entered", Recorder.LEASE),
                        Call.of("left", Recorder.ENTERED, "sent hello"),
                        Call.of("entered", Recorder.LEASE),
                        Call.of("left", Recorder.ENTERED, null));
    }

    @Test
    void aPrimitiveResultIsNoStageAndComesBackUnchanged() throws Throwable {
        Object session = session("'use': [{ 'on': ['send/2'], 'inFlight': true }]");
        assertThat(Woven.call(session, "send", 40L, 2.5)).isEqualTo(42L);
        assertThat(recorder.calls()).last().isEqualTo(Call.of("left", Recorder.ENTERED, null));
    }

    @Test
    void aCallThatThrowsIsLeftAndItsExceptionPassesThrough() throws Throwable {
        Object session = session("'use': [{ 'on': ['fail'], 'inFlight': true }]");
        assertThatThrownBy(() -> Woven.call(session, "fail", "hello"))
                .isInstanceOf(IOException.class)
                .hasMessage("broken pipe");
        assertThat(recorder.calls())
                .containsExactly(Call.of("entered", Recorder.LEASE), Call.of("left", Recorder.ENTERED, null));
    }

    @Test
    void aDeliveryIsNoUse() throws Throwable {
        Object session = session("'use': [{ 'on': ['send/1'], 'delivery': true }]");
        Woven.call(session, "send", "hello");
        assertThat(recorder.calls()).containsExactly(Call.of("delivered", Recorder.LEASE));
    }

    @Test
    void aReleaseIsToldByWhoeverIsReleased() throws Throwable {
        Object session = session("'release': [{ 'on': ['close'] }, { 'on': ['onMessage'], 'of': 'arg0' }]");
        Woven.call(session, "close");
        Woven.call(session, "onMessage", "connection", "bye");
        assertThat(recorder.calls())
                .containsExactly(Call.of("released", Recorder.LEASE), Call.of("released", "connection"));
    }

    @Test
    void whatIsAcquiredOrDerivedIsToldWithItsParent() throws Throwable {
        Object session = session("'acquire': [{ 'on': ['begin'], 'child': 'return' }], "
                + "'derive': [{ 'on': ['begin'], 'child': 'return' }]");
        Woven.call(session, "begin");
        assertThat(recorder.calls())
                .containsExactlyInAnyOrder(
                        Call.of("acquired", Recorder.LEASE, "child"),
                        Call.of("derived", Recorder.LEASE, session, "child"));
    }

    @Test
    void whatIsHandedOutIsMeasured() throws Throwable {
        Object session = session("'measure': [{ 'on': ['begin'], 'child': 'return', 'setting': 's' }]");
        Woven.call(session, "begin");
        assertThat(recorder.calls()).containsExactly(Call.of("measured", "child"));
    }

    @Test
    void aScopeIsLeftAlsoWhenTheMethodThrows() throws Throwable {
        Object session = session("'scope': [{ 'on': ['onMessage/2'], 'owner': 'arg0' }]");
        assertThatThrownBy(() -> Woven.call(session, "onMessage", "c", null)).isInstanceOf(IOException.class);
        assertThat(recorder.calls()).containsExactly(Call.of("scopeEntered", "c"), Call.of("scopeLeft", "scope of c"));
    }

    @Test
    void intAndLongSettingsAreClampedAndOthersAreNot() throws Throwable {
        Woven woven = Woven.by("'type': '@Settings', 'clamp': "
                + "[{ 'on': ['size', 'timeout', 'small', 'boxed', 'name'], 'setting': 's' }]");
        Object settings = woven.make(Samples.Settings.class);
        assertThat(Woven.call(settings, "size")).isEqualTo((int) Recorder.LIMIT);
        assertThat(Woven.call(settings, "timeout")).isEqualTo(Recorder.LIMIT);
        assertThat(Woven.call(settings, "small")).isEqualTo(3);
        assertThat(Woven.call(settings, "boxed")).isEqualTo(100);
        assertThat(Woven.call(settings, "name")).isEqualTo("settings");
        assertThat(woven.warnings()).isEmpty();
    }

    @Test
    void durationsAndOptionalSettingsAreClampedWhereTheyExceedTheLimit() throws Throwable {
        Woven woven = Woven.by("'type': '@Settings', 'clamp': [{ 'on': ['patience/1', 'batch/1'], 'setting': 's' }]");
        Object settings = woven.make(Samples.Settings.class);
        assertThat(Woven.call(settings, "patience", Duration.ofMillis(Recorder.LIMIT + 1)))
                .isEqualTo(Duration.ofMillis(Recorder.LIMIT));
        Duration small = Duration.ofNanos(1);
        assertThat(Woven.call(settings, "patience", small)).isSameAs(small);
        assertThat(Woven.call(settings, "patience", Duration.ofSeconds(Long.MAX_VALUE)))
                .as("a duration beyond all milliseconds")
                .isEqualTo(Duration.ofMillis(Recorder.LIMIT));
        assertThat(Woven.call(settings, "batch", Optional.of(Recorder.LIMIT + 1)))
                .isEqualTo(Optional.of(Recorder.LIMIT));
        assertThat(Woven.call(settings, "batch", Optional.empty())).isEqualTo(Optional.empty());
        assertThat(woven.warnings()).isEmpty();
    }

    @Test
    void anArgumentIsClampedBeforeAConstructorSeesIt() throws Throwable {
        Woven woven = Woven.by("'type': '@Settings', 'clamp': [{ 'on': ['<init>/2'], 'of': 'arg0', 'setting': 's' }]");
        Object settings = woven.make(Samples.Settings.class, (int) Recorder.LIMIT + 5, "name");
        assertThat(Woven.call(settings, "port")).isEqualTo((int) Recorder.LIMIT);
        assertThat(woven.warnings()).isEmpty();
    }

    @Test
    void afterUninstallWovenCodeDoesNothing() throws Throwable {
        Object session = session("'use': [{ 'on': ['send/1'], 'inFlight': true }], 'release': [{ 'on': ['close'] }]");
        LeaseHooks.uninstall();
        assertThat(Woven.call(session, "send", "hello")).isEqualTo("sent hello");
        Woven.call(session, "close");
        assertThat(recorder.calls()).isEmpty();
    }

    private Object session(String hooks) throws Throwable {
        Woven woven = Woven.by(SESSION + hooks);
        Object session = woven.make(Samples.Session.class);
        assertThat(woven.warnings()).isEmpty();
        assertThat(recorder.calls()).hasSize(1);
        recorder.clear();
        return session;
    }
}
