package io.github.leasewarden.instrumentation.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.hooks.StreamHooks;
import io.github.leasewarden.instrumentation.weave.Recorder.Call;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sources and handlers of streams tell, with real woven classes. */
class StreamOperationsTest {
    private static final String ENTERED = StreamRecorder.ENTERED;

    private final StreamRecorder recorder = new StreamRecorder();

    @BeforeEach
    void install() {
        assertThat(StreamHooks.install(recorder)).isTrue();
    }

    @AfterEach
    void uninstall() {
        StreamHooks.uninstall();
        assertThat(LeaseHooks.takeLastSuppressed()).isNull();
    }

    private static Object woven(String rule) throws Throwable {
        Woven woven = Woven.by("'type': '@Session', " + rule);
        Object session = woven.make(Samples.Session.class);
        assertThat(woven.warnings()).isEmpty();
        return session;
    }

    @Test
    void aSourceTellsBeforeAndAfter() throws Throwable {
        Object session = woven("'gate': [{ 'on': ['send/1', 'fail'] }]");
        assertThat(Woven.call(session, "send", "item")).isEqualTo("sent item");
        assertThatThrownBy(() -> Woven.call(session, "fail", "item")).isInstanceOf(IOException.class);
        assertThat(recorder.calls())
                .containsExactly(
                        Call.of("gated", session),
                        Call.of("gateLeft", ENTERED),
                        Call.of("gated", session),
                        Call.of("gateLeft", ENTERED));
    }

    @Test
    void aHandlerTellsItsResultOrItsFailureAndWhatItThrowsPassesThrough() throws Throwable {
        Object session = woven("'handle': [{ 'on': ['send/1', 'fail'] }]");
        recorder.isolating = true; // nobody asks it: the rule does not isolate
        assertThat(Woven.call(session, "send", "item")).isEqualTo("sent item");
        assertThatThrownBy(() -> Woven.call(session, "fail", "item")).isInstanceOf(IOException.class);
        assertThat(recorder.calls())
                .containsExactly(
                        Call.of("handling", session),
                        Call.of("handled", ENTERED, null, "sent item"),
                        Call.of("handling", session),
                        Call.of("handled", ENTERED, "broken pipe", null));
    }

    @Test
    void anIsolatedFailureEndsInTheHandler() throws Throwable {
        Object session = woven("'handle': [{ 'on': ['fail'], 'isolate': true }]");
        assertThatThrownBy(() -> Woven.call(session, "fail", "item")).isInstanceOf(IOException.class);
        recorder.isolating = true;
        Woven.call(session, "fail", "item");
        assertThat(recorder.calls()).hasSize(4);
    }

    @Test
    void aHandlerThatReturnsSomethingIsIsolatedOnlyIfTheRuleSaysWhatItReturnsThen() throws Throwable {
        recorder.isolating = true;
        Woven plain = Woven.by("'type': '@Picky', 'handle': [{ 'on': ['handle'], 'isolate': true }]");
        Object picky = plain.make(Samples.Picky.class);
        assertThatThrownBy(() -> Woven.call(picky, "handle", "item")).isInstanceOf(IllegalStateException.class);
        assertThat(plain.warnings())
                .singleElement()
                .asString()
                .contains("rule rule0", "Picky.handle are counted but not isolated", "returnDefault");
        assertThat(recorder.calls()).last().isEqualTo(Call.of("handled", ENTERED, "never", null));

        Woven willing =
                Woven.by("'type': '@Picky', 'handle': [{ 'on': ['handle'], 'isolate': true, 'returnDefault': true }]");
        assertThat(Woven.call(willing.make(Samples.Picky.class), "handle", "item"))
                .isEqualTo(0);
        assertThat(willing.warnings()).isEmpty();
    }

    @Test
    void aTotalIsToldBeforeTheCallWhateverItsType() throws Throwable {
        Object session = woven("'total': [{ 'on': ['send/2'], 'value': 'arg0' }]");
        Woven.call(session, "send", 40L, 2.5);
        assertThat(recorder.calls()).containsExactly(Call.of("total", 40L));
    }

    @Test
    void aStaticMethodCanBeASource() throws Throwable {
        Woven woven = Woven.by("'type': '@Untouched', 'gate': [{ 'on': ['open/1'] }]");
        woven.type(Samples.Untouched.class).getMethod("open", Object.class).invoke(null, "item");
        assertThat(recorder.calls()).containsExactly(Call.of("gated", (Object) null), Call.of("gateLeft", ENTERED));
    }

    @Test
    void aSubscriberGetsAnotherSubscriptionAndItsItemsAreCounted() throws Throwable {
        Woven woven = Woven.by("'type': '@Subscriber', 'batch': [{}]");
        Object subscriber = woven.make(Samples.Subscriber.class);
        Woven.call(subscriber, "onSubscribe", "subscription");
        Woven.call(subscriber, "onNext", "item");
        assertThat(subscriber.getClass().getField("subscription").get(subscriber))
                .isEqualTo("instead of subscription");
        assertThat(recorder.calls())
                .containsExactly(
                        Call.of("subscribed", "subscription"),
                        Call.of("batched", "batch", "subscription"),
                        Call.of("received", "batch"));
    }

    /** Its subclass has no field of its own, so nobody would ask for the rest. */
    @Test
    void aSubscriberThatReceivesNothingItselfKeepsItsSubscriptionAndTheRuleSaysSo() throws Throwable {
        Woven woven = Woven.by("'type': '@SubscriberBase', 'batch': [{}]");
        Object subscriber = woven.make(Samples.SubscriberBase.class);
        Woven.call(subscriber, "onSubscribe", "subscription");
        assertThat(subscriber.getClass().getField("subscription").get(subscriber))
                .isEqualTo("subscription");
        assertThat(woven.warnings()).singleElement().asString().contains("has no onNext of its own");
    }

    @Test
    void aSubclassThatDeclaresNeitherIsNoNews() throws Throwable {
        Woven woven = Woven.by("'subtypeOf': ['@SubscriberBase'], 'batch': [{}]");
        woven.type(Samples.SubscriberBase.class); // a class that goes by before its parent is not known to be a subtype
        woven.make(Samples.SubscriberWithoutItems.class);
        assertThat(woven.warnings()).isEmpty();
    }

    /** Such a rule must not look as if it did something. */
    @Test
    void aRuleWhoseSourceIsMissingIsOffAndSaysSo() throws Throwable {
        Woven woven = Woven.by("'type': '@Session', 'gate': [{ 'on': ['publish'] }]");
        woven.make(Samples.Session.class);
        assertThat(woven.warnings()).singleElement().asString().contains("rule rule0 is off", "[publish]");
        assertThat(recorder.calls()).isEmpty();
    }
}
