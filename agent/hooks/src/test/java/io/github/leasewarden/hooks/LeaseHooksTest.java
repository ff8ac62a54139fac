package io.github.leasewarden.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeaseHooksTest {
    private static final String HOOKS = "io.github.leasewarden.hooks.HookCall#all";

    @AfterEach
    void leaveNothingInstalled() {
        LeaseHooks.uninstall();
        LeaseHooks.takeLastSuppressed();
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("a bug"),
                new Error("an error"),
                new OutOfMemoryError("simulated"),
                new StackOverflowError(),
                new NoClassDefFoundError("com/acme/Gone"),
                new Exception("checked"));
    }

    @ParameterizedTest
    @MethodSource(HOOKS)
    void whileNothingIsInstalledAHookReturnsTheNeutralValue(HookCall hook) throws Exception {
        long before = LeaseHooks.suppressed();
        assertThat(hook.call()).isEqualTo(hook.neutral());
        assertThat(LeaseHooks.suppressed()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource(HOOKS)
    void whateverTheSinkThrowsStaysBehindTheHookAndIsCounted(HookCall hook) throws Exception {
        for (Throwable failure : failures().toList()) {
            long before = LeaseHooks.suppressed();
            assertThat(LeaseHooks.install(new ThrowingSink(() -> failure))).isTrue();
            assertThat(StreamHooks.install(new ThrowingStreamSink(() -> failure)))
                    .isTrue();
            assertThat(ConnectHooks.install(new ThrowingConnectSink(() -> failure)))
                    .isTrue();
            assertThat(hook.call()).as("%s", failure).isEqualTo(hook.neutral());
            assertThat(LeaseHooks.suppressed()).isEqualTo(before + 1);
            assertThat(LeaseHooks.takeLastSuppressed()).isSameAs(failure);
            LeaseHooks.uninstall();
        }
    }

    @ParameterizedTest
    @MethodSource(HOOKS)
    void afterUninstallTheSinkIsNotAskedAgain(HookCall hook) throws Exception {
        LeaseHooks.install(new ThrowingSink(() -> new Error("asked")));
        StreamHooks.install(new ThrowingStreamSink(() -> new Error("asked")));
        ConnectHooks.install(new ThrowingConnectSink(() -> new Error("asked")));
        LeaseHooks.uninstall();
        long before = LeaseHooks.suppressed();
        assertThat(hook.call()).isEqualTo(hook.neutral());
        assertThat(LeaseHooks.suppressed()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource(HOOKS)
    void nullsFromAdviceAreNoError(HookCall hook) throws Exception {
        LeaseHooks.install(new ThrowingSink(NullPointerException::new));
        StreamHooks.install(new ThrowingStreamSink(NullPointerException::new));
        ConnectHooks.install(new ThrowingConnectSink(NullPointerException::new));
        Object result = hook.callWithNulls();
        assertThat(result).isEqualTo(hook.neutral() == HookCall.TABLE ? null : hook.neutral());
    }

    @Test
    void theFirstInstalledSinkStays() {
        assertThat(LeaseHooks.install(new ThrowingSink(() -> new Error("first"))))
                .isTrue();
        assertThat(LeaseHooks.install(new ThrowingSink(() -> new Error("second"))))
                .isFalse();
        LeaseHooks.used("held");
        assertThat(LeaseHooks.takeLastSuppressed()).hasMessage("first");
    }

    @Test
    void afterUninstallAnotherSinkMayBeInstalled() {
        LeaseHooks.install(new ThrowingSink(Error::new));
        LeaseHooks.uninstall();
        assertThat(LeaseHooks.install(new ThrowingSink(Error::new))).isTrue();
    }

    @Test
    void aSuppressedErrorIsHandedOutOnce() {
        LeaseHooks.install(new ThrowingSink(Error::new));
        LeaseHooks.used("held");
        assertThat(LeaseHooks.takeLastSuppressed()).isNotNull();
        assertThat(LeaseHooks.takeLastSuppressed()).isNull();
    }

    @Test
    void aStackThatReallyOverflowsInTheSinkDoesNotReachTheCaller() {
        LeaseHooks.install(new ThrowingSink(LeaseHooksTest::overflow));
        long before = LeaseHooks.suppressed();
        LeaseHooks.used("held");
        assertThat(LeaseHooks.suppressed()).isEqualTo(before + 1);
    }

    /** A hook without its method in the sink would be untested here and useless there. */
    @Test
    void everySinkMethodHasItsHook() {
        assertThat(HookCall.all().map(HookCall::toString))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(LeaseHooks.Sink.class, StreamHooks.Sink.class, ConnectHooks.Sink.class)
                                .flatMap(sink -> Arrays.stream(sink.getDeclaredMethods()))
                                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                                .map(Method::getName)
                                .toList());
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Throwable overflow() {
        return new Error(overflow());
    }
}
