package io.github.leasewarden.instrumentation.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.instrumentation.weave.Recorder.Call;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the weaver touches, and what it leaves alone. */
class WeaverTest {
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
    void staticAbstractAndNativeMethodsAreLeftAlone() throws Throwable {
        Woven woven = Woven.by("'type': '@Untouched', 'open': [{ 'on': ['open'], 'handle': 'return' }]");
        Class<?> type = woven.type(Samples.Untouched.class);
        type.getMethod("open", Object.class).invoke(null, "static");
        assertThat(recorder.calls()).isEmpty();
        assertThat(woven.warnings()).isEmpty();
        assertThat(woven.entry(0).classes()).containsExactly(Samples.Untouched.class.getName());
    }

    @Test
    void aMissingEssentialMethodSwitchesTheRuleOffWithOneWarning() throws Throwable {
        Woven woven = Woven.by("'type': '@Session', 'open': [{ 'on': ['gone'] }], 'use': [{ 'on': ['send'] }], "
                + "'release': [{ 'on': ['close'] }]");
        Object session = woven.make(Samples.Session.class);
        Woven.call(session, "send", "hello");
        Woven.call(session, "close");
        assertThat(recorder.calls()).isEmpty();
        assertThat(woven.warnings())
                .singleElement()
                .asString()
                .contains("rule0 is off", "@Session".replace("@", "$"), "gone");
        assertThat(woven.entry(0).off()).isTrue();
    }

    @Test
    void oneOfSeveralEssentialMethodsIsEnough() throws Throwable {
        Woven woven = Woven.by("'type': '@Session', 'open': [{ 'on': ['<init>/9'] }, { 'on': ['<init>/0'] }]");
        woven.make(Samples.Session.class);
        assertThat(recorder.calls()).hasSize(1);
        assertThat(woven.warnings()).isEmpty();
        assertThat(woven.entry(0).off()).isFalse();
    }

    @Test
    void aMissingMethodThatIsNotEssentialIsOnlyNoted() throws Throwable {
        Woven woven = Woven.by("'type': '@Session', 'open': [{ 'on': ['<init>/0'] }], 'use': [{ 'on': ['gone'] }]");
        woven.make(Samples.Session.class);
        assertThat(recorder.calls()).hasSize(1);
        assertThat(woven.warnings()).isEmpty();
        assertThat(woven.entry(0).problems()).singleElement().asString().contains("gone");
    }

    @Test
    void twoHooksOnOneMethodBothWork() throws Throwable {
        Woven woven = Woven.by(
                "'type': '@Session', 'open': [{ 'on': ['<init>/0'] }], 'use': [{ 'on': ['close'], 'inFlight': true }], "
                        + "'release': [{ 'on': ['close'] }]",
                "'type': '@Session', 'scope': [{ 'on': ['close'], 'owner': 'this' }]");
        Object session = woven.make(Samples.Session.class);
        Woven.call(session, "close");
        assertThat(recorder.calls().stream().map(Call::hook))
                .containsExactlyInAnyOrder("opened", "entered", "released", "scopeEntered", "scopeLeft", "left");
    }

    /** One rule's mistake must not cost another rule the class. */
    @Test
    void aMethodWithoutTheNamedArgumentIsNotWoven() throws Throwable {
        Woven woven = Woven.by(
                "'type': '@Hub', 'register': [{ 'on': ['add'], 'handle': 'arg1' }], "
                        + "'unregister': [{ 'on': ['clear'], 'handle': 'last' }]",
                "'type': '@Hub', 'open': [{ 'on': ['<init>'] }]");
        Object hub = woven.make(Samples.Hub.class);
        Woven.call(hub, "add", "a");
        Woven.call(hub, "clear");
        Woven.call(hub, "add", "topic", "b");
        assertThat(recorder.calls().stream().map(Call::hook)).containsExactly("opened", "registered");
        assertThat(woven.warnings()).isEmpty();
    }

    @Test
    void anInterfaceNamedByARuleStaysLoadable() throws Throwable {
        Woven woven = Woven.by("'type': '@Contract', 'register': [{ 'on': ['addAll'], 'handle': 'arg0' }]");
        Object receiver = woven.make(Samples.OfContract.class);
        Woven.call(receiver, "addAll", "listener");
        assertThat(recorder.calls()).containsExactly(Call.of("registered", null, receiver, "listener", null, null));
    }

    @Test
    void aSubtypeGetsItsFieldAndOpensOnceHoweverDeep() throws Throwable {
        Woven woven = Woven.by("'subtypeOf': ['@Session'], 'open': [{ 'on': ['<init>'] }]");
        woven.type(Samples.Session.class);
        Object best = woven.make(Samples.BestSession.class);
        assertThat(recorder.calls()).containsExactly(Call.of("opened", best, null, null, null));
        assertThat(injected(woven.type(Samples.BetterSession.class))).hasSize(1);
        assertThat(injected(woven.type(Samples.BestSession.class))).isEmpty();
        assertThat(injected(woven.type(Samples.Session.class))).isEmpty();
    }

    @Test
    void aCarrierGetsAFieldAndNothingElse() {
        Woven woven = Woven.by("'type': '@Session', 'carriers': ['@Hub'], 'open': [{ 'on': ['<init>'] }]");
        assertThat(injected(woven.type(Samples.Hub.class))).containsExactly(InjectedField.LEASE.fieldName());
        assertThat(woven.entry(0).classes()).isEmpty();
    }

    /** Retransformation may change bodies only: otherwise weaving could not be taken back. */
    @Test
    void weavingAddsNoMember() throws Exception {
        Woven woven = Woven.by("'types': ['@Session', '@Hub'], 'open': [{ 'on': ['<init>'] }], "
                + "'use': [{ 'on': ['send', 'fire', 'add'], 'inFlight': true }], 'release': [{ 'on': ['close'] }]");
        for (Class<?> original : List.of(Samples.Session.class, Samples.Hub.class)) {
            byte[] file = woven.jvm().retransform(woven, original);
            assertThat(file).isNotEqualTo(ClassFiles.of(original));
            assertThat(Shape.of(file)).isEqualTo(Shape.of(ClassFiles.of(original)));
        }
    }

    @Test
    void aClassLoadedEarlierIsWovenWithoutAField() throws Exception {
        Woven woven = Woven.by("'type': '@Session', 'open': [{ 'on': ['<init>/0'] }]");
        byte[] file = woven.jvm().retransform(woven, Samples.Session.class);
        assertThat(Shape.of(file)).noneMatch(WeaverTest::isLeaseField);
        assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("openedElsewhere");
    }

    @Test
    void anImplementorLoadedBeforeItsRootIsFoundByTheScan() {
        Woven woven = Woven.by("'subtypeOf': ['@Contract'], 'use': [{ 'on': ['add'] }]");
        Class<?> early = woven.type(Samples.OfContract.class);
        woven.jvm().loaded(early);
        woven.weaver().scanForSubtypes();
        assertThat(woven.jvm().retransformed()).containsExactly(early);
        woven.weaver().scanForSubtypes();
        assertThat(woven.jvm().retransformed()).hasSize(1);
    }

    @Test
    void aClassWovenForOneRuleIsFoundByTheScanForAnothersRoot() {
        Woven woven = Woven.by(
                "'type': '@OfContract', 'open': [{ 'on': ['add'], 'handle': 'arg0' }]",
                "'subtypeOf': ['@Contract'], 'use': [{ 'on': ['add'] }]");
        Class<?> early = woven.type(Samples.OfContract.class);
        assertThat(woven.entry(0).classes()).containsExactly(early.getName());
        assertThat(woven.entry(1).classes()).isEmpty();
        woven.jvm().loaded(early);
        woven.weaver().scanForSubtypes();
        assertThat(woven.jvm().retransformed()).containsExactly(early);
    }

    private static boolean isLeaseField(String member) {
        return member.contains(InjectedField.LEASE.fieldName());
    }

    @Test
    void aSubtypeLoadedBeforeItsParentWasKnownIsFoundASecondLater() {
        Woven woven = Woven.by("'subtypeOf': ['@Contract'], 'use': [{ 'on': ['add'] }]");
        woven.type(Samples.Contract.class);
        for (int i = 0; i < 30; i++) {
            woven.weaver().scanForSubtypes();
        }
        Class<?> early = woven.type(Samples.OfOneMore.class);
        woven.jvm().loaded(early);
        assertThat(woven.entry(0).classes()).isEmpty();
        for (int i = 0; i < 12; i++) {
            woven.weaver().scanForSubtypes();
        }
        assertThat(woven.jvm().retransformed()).containsExactly(early);
    }

    /** A debugger redefines classes, and the JVM refuses a version with other fields. */
    @Test
    void aRedefinedClassKeepsTheFieldsItHas() throws Exception {
        Woven woven = Woven.by("'type': '@Session', 'open': [{ 'on': ['<init>'] }]");
        Class<?> tracked = woven.type(Samples.Session.class);
        List<String> fields = Shape.of(woven.jvm().load(woven, Samples.Session.class));
        assertThat(fields).anyMatch(WeaverTest::isLeaseField);
        assertThat(Shape.of(woven.jvm().redefine(woven, tracked, Samples.Session.class)))
                .isEqualTo(fields);
        assertThat(Shape.of(woven.jvm().redefine(woven, Samples.Session.class, Samples.Session.class)))
                .noneMatch(WeaverTest::isLeaseField);
        woven.weaver().uninstall();
        assertThat(Shape.of(woven.jvm().redefine(woven, tracked, Samples.Session.class)))
                .isEqualTo(fields);
        assertThat(Shape.of(woven.jvm().load(woven, Samples.Session.class))).noneMatch(WeaverTest::isLeaseField);
    }

    @Test
    void uninstallRestoresWhatWasWoven() throws Throwable {
        Woven woven = Woven.by("'type': '@Session', 'open': [{ 'on': ['<init>'] }]");
        woven.jvm().loaded(woven.make(Samples.Session.class).getClass());
        woven.jvm().loaded(woven.type(Samples.Hub.class));
        assertThat(woven.weaver().uninstall()).isEqualTo(1);
        assertThat(woven.jvm().capable()).isZero();
        assertThat(woven.jvm().retransformed()).containsExactly(woven.type(Samples.Session.class));
    }

    private static List<String> injected(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .map(Field::getName)
                .filter(name -> name.startsWith("leasewarden$"))
                .toList();
    }
}
