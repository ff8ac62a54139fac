package io.github.leasewarden.core.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.leasewarden.core.lease.Mode;
import io.github.leasewarden.core.pressure.GateSettings;
import io.github.leasewarden.core.pressure.HeapPressure;
import io.github.leasewarden.core.pressure.StreamGate;
import io.github.leasewarden.core.sampling.LastCollection.Reading;
import io.github.leasewarden.instrumentation.rule.Hook.Operation;
import io.github.leasewarden.instrumentation.rule.RuleException;
import io.github.leasewarden.instrumentation.rule.RuleReader;
import io.github.leasewarden.instrumentation.weave.RuleBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What hooks tell about a stream with a source, a handler and a total, and what they get back. */
@Timeout(60)
class StreamsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final RuntimeException POISON = new IllegalStateException("poisoned");

    private volatile @Nullable Reading last;
    private RuleBook book = book("");

    private static RuleBook book(String handling) {
        try {
            return new RuleBook(
                    List.of(),
                    RuleReader.parse(
                            "test.json",
                            ("{ 'schema': 1, 'rules': [{ 'id': 'acme.orders', 'kind': 'stream', 'type': 'com.acme.Orders', "
                                            + "'gate': [{ 'on': ['put'] }], 'handle': [{ 'on': ['handle']" + handling
                                            + " }], 'total': [{ 'on': ['run'], 'value': 'arg0' }] }] }")
                                    .replace('\'', '"')));
        } catch (RuleException e) {
            throw new AssertionError(e);
        }
    }

    private Streams streams(String handling, Mode mode, @Nullable Duration maxWait) {
        book = book(handling);
        return streams(() -> last, mode, maxWait);
    }

    private Streams streams(Supplier<@Nullable Reading> heap, Mode mode, @Nullable Duration maxWait) {
        GateSettings settings = new GateSettings(0.8, 0.7, null, maxWait, null);
        StreamGate gate = new StreamGate(
                new HeapPressure(heap, settings, () -> 1000),
                settings,
                () -> {},
                Runnable::run,
                () -> 0,
                System::nanoTime,
                () -> true);
        Streams streams = new Streams(gate, maxWait, rule -> mode, Clock.fixed(NOON, ZoneOffset.UTC));
        streams.bind(book);
        return streams;
    }

    private int point(Operation operation) {
        return book.points().stream()
                .filter(point -> point.hook().operation() == operation)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void emit(Streams streams) {
        Object entered = streams.gated(point(Operation.GATE), this);
        streams.gateLeft(point(Operation.GATE), entered);
    }

    private @Nullable Throwable handle(Streams streams, @Nullable Throwable thrown, @Nullable Object result) {
        Object entered = streams.handling(point(Operation.HANDLE), this);
        return streams.handled(point(Operation.HANDLE), entered, thrown, result);
    }

    private static StreamStatus status(Streams streams) {
        assertThat(streams.statuses()).hasSize(1);
        return streams.statuses().get(0);
    }

    @Test
    void aStreamNobodyUsedIsNotShown() {
        assertThat(streams("", Mode.GUARD, LONG).statuses()).isEmpty();
    }

    @Test
    void itemsAreCountedFromSourceToEnd() {
        Streams streams = streams("", Mode.GUARD, LONG);
        streams.total(point(Operation.TOTAL), 8);
        for (int i = 0; i < 5; i++) {
            emit(streams);
        }
        handle(streams, null, "result");
        handle(streams, POISON, null);
        StreamStatus status = status(streams);
        assertThat(status.rule()).isEqualTo("acme.orders");
        assertThat(status.emitted()).isEqualTo(5);
        assertThat(status.processed()).isEqualTo(1);
        assertThat(status.failed()).isEqualTo(1);
        assertThat(status.isolated()).isZero();
        assertThat(status.total()).isEqualTo(8);
        assertThat(status.progress()).isEqualTo(0.25);
        assertThat(status.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.at()).isEqualTo(NOON);
            assertThat(failure.type()).isEqualTo("java.lang.IllegalStateException");
            assertThat(failure.message()).isEqualTo("poisoned");
            assertThat(failure.frames().get(0)).contains("StreamsTest");
        });
    }

    static Stream<Arguments> totals() {
        return Stream.of(3, 3L, List.of(1, 2, 3), Map.of(1, 1, 2, 2, 3, 3), new Object[3])
                .map(total -> Arguments.of((Object) total));
    }

    @ParameterizedTest
    @MethodSource("totals")
    void aTotalIsANumberOrAsManyAsThereAre(Object total) {
        Streams streams = streams("", Mode.GUARD, LONG);
        streams.total(point(Operation.TOTAL), total);
        assertThat(status(streams).total()).isEqualTo(3);
    }

    @Test
    void anItemThatPassesTwoGatedMethodsIsOneItem() {
        Streams streams = streams("", Mode.GUARD, LONG);
        int gate = point(Operation.GATE);
        Object outer = streams.gated(gate, this);
        Object inner = streams.gated(gate, this);
        streams.gateLeft(gate, inner);
        streams.gateLeft(gate, outer);
        emit(streams);
        assertThat(status(streams).emitted()).isEqualTo(2);
    }

    @Test
    void anItemThatPassesTwoHandlerMethodsIsOneItemAndIsIsolatedInTheOuter() {
        Streams streams = streams(", 'isolate': true", Mode.GUARD, LONG);
        int handle = point(Operation.HANDLE);
        Object outer = streams.handling(handle, this);
        Object inner = streams.handling(handle, this);
        assertThat(streams.handled(handle, inner, POISON, null)).isSameAs(POISON);
        assertThat(streams.handled(handle, outer, POISON, null)).isNull();
        assertThat(status(streams).failed()).isEqualTo(1);
        assertThat(status(streams).isolated()).isEqualTo(1);
    }

    static List<Throwable> notTheItemsFault() {
        return List.of(
                new OutOfMemoryError(), new StackOverflowError(), new AssertionError(), new InterruptedException());
    }

    @ParameterizedTest
    @MethodSource("notTheItemsFault")
    void whatIsNotTheItemsFaultIsNeverIsolated(Throwable thrown) {
        Streams streams = streams(", 'isolate': true", Mode.GUARD, LONG);
        assertThat(handle(streams, thrown, null)).isSameAs(thrown);
        assertThat(status(streams).failed()).isEqualTo(1);
    }

    @Test
    void inObserveModeNothingIsIsolated() {
        Streams streams = streams(", 'isolate': true", Mode.OBSERVE, LONG);
        assertThat(handle(streams, POISON, null)).isSameAs(POISON);
    }

    @Test
    void onlyTheNewestFailuresAreKept() {
        Streams streams = streams(", 'isolate': true", Mode.GUARD, LONG);
        for (int i = 0; i < 90; i++) {
            assertThat(handle(streams, POISON, null)).isNull();
        }
        assertThat(status(streams).failures()).hasSize(Failures.KEPT);
        assertThat(status(streams).isolated()).isEqualTo(90);
    }

    /** A handler that always throws would lose the whole stream in silence. */
    @Test
    void aHandlerThatAlwaysThrowsIsNotIsolatedForEver() {
        Streams streams = streams(", 'isolate': true", Mode.GUARD, LONG);
        for (int i = 0; i < Failures.HOPELESS; i++) {
            assertThat(handle(streams, POISON, null)).isNull();
        }
        assertThat(streams.takeNews()).isEmpty();
        assertThat(handle(streams, POISON, null)).isSameAs(POISON);
        assertThat(handle(streams, POISON, null)).isSameAs(POISON);
        assertThat(streams.takeNews())
                .singleElement()
                .asString()
                .startsWith("rule acme.orders: 100 items failed in a row");
        handle(streams, null, null);
        assertThat(handle(streams, POISON, null)).isNull();
    }

    @Test
    void anExceptionWhoseMessageCannotBeReadIsIsolatedAllTheSame() {
        Streams streams = streams(", 'isolate': true", Mode.GUARD, LONG);
        Throwable unreadable = new IllegalStateException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new UnsupportedOperationException();
            }
        };
        assertThat(handle(streams, unreadable, null)).isNull();
        assertThat(status(streams).failures().get(0).message()).contains("UnsupportedOperationException");
    }

    @Test
    void aHandlerThatReturnsAStageIsDoneWhenThatIs() {
        Streams streams = streams("", Mode.GUARD, LONG);
        CompletableFuture<Object> good = new CompletableFuture<>();
        CompletableFuture<Object> bad = new CompletableFuture<>();
        handle(streams, null, good);
        handle(streams, null, bad);
        assertThat(streams.statuses()).isEmpty();
        good.complete("done");
        bad.completeExceptionally(POISON);
        assertThat(status(streams).processed()).isEqualTo(1);
        assertThat(status(streams).failed()).isEqualTo(1);
    }

    @Test
    void handlersBeyondTheLimitWaitForTheirTurn() throws InterruptedException {
        Streams streams = streams(", 'limit': 1", Mode.GUARD, LONG);
        int handle = point(Operation.HANDLE);
        Object first = streams.handling(handle, this);
        CountDownLatch turn = new CountDownLatch(1);
        Thread second = new Thread(() -> {
            Object entered = streams.handling(handle, this);
            turn.countDown();
            streams.handled(handle, entered, null, null);
        });
        second.start();
        emit(streams);
        await().until(() -> status(streams).waiting() == 1);
        assertThat(turn.getCount()).isEqualTo(1);
        streams.handled(handle, first, null, null);
        turn.await();
        second.join();
        assertThat(status(streams).processed()).isEqualTo(2);
        assertThat(status(streams).beyondLimit()).isZero();
        assertThat(status(streams).waits()).isEqualTo(1);
    }

    /** Handlers that never return must not hang the rest. */
    @Test
    void whereNoHandlerReturnsTheLimitIsOffUntilOneDoes() throws InterruptedException {
        Streams streams = streams(", 'limit': 1", Mode.GUARD, SHORT);
        int handle = point(Operation.HANDLE);
        Object stuck = streams.handling(handle, this);
        Thread others = new Thread(() -> {
            for (int i = 0; i < 1000; i++) {
                handle(streams, null, null);
            }
        });
        others.start();
        others.join();
        assertThat(status(streams).processed()).isEqualTo(1000);
        assertThat(status(streams).beyondLimit()).isEqualTo(1000);
        assertThat(status(streams).waits()).isEqualTo(1);
        assertThat(streams.takeNews()).singleElement().asString().contains("none of the 1 handlers that run returned");
        streams.handled(handle, stuck, null, null);
        handle(streams, null, null);
        assertThat(status(streams).beyondLimit()).isEqualTo(1000);
    }

    @Test
    void aFailedItemGivesItsTurnBack() {
        Streams streams = streams(", 'limit': 1, 'isolate': true", Mode.GUARD, LONG);
        for (int i = 0; i < 10; i++) {
            handle(streams, POISON, null);
            handle(streams, new OutOfMemoryError(), null);
        }
        assertThat(status(streams).waits()).isZero();
        assertThat(status(streams).beyondLimit()).isZero();
    }

    @Test
    void underPressureAnObservedSourceIsCountedAndNotHeld() {
        Streams streams = streams("", Mode.OBSERVE, LONG);
        last = new Reading(1, 900, 0, 0);
        streams.look();
        assertThat(streams.isBackpressureActive()).isTrue();
        for (int i = 0; i < 10; i++) {
            emit(streams);
        }
        // nothing of it waits to be handled before the first
        assertThat(status(streams).wouldWait()).isEqualTo(9);
        assertThat(status(streams).waits()).isZero();
    }

    @Test
    void aSourceSeesACollectionWithinAFewItems() {
        Streams streams = streams("", Mode.OBSERVE, LONG);
        emit(streams);
        last = new Reading(1, 900, 0, 0);
        for (int i = 0; i < 50; i++) {
            emit(streams);
        }
        assertThat(status(streams).wouldWait()).isBetween(50L - 16, 50L);
    }

    @Test
    void aStreamThatIsHeldSaysSo() throws InterruptedException {
        Streams streams = streams("", Mode.GUARD, LONG);
        emit(streams);
        last = new Reading(1, 900, 0, 0);
        streams.look();
        List<Object> passed = new ArrayList<>();
        Thread source = new Thread(() -> {
            emit(streams);
            passed.add("item");
        });
        source.start();
        await().until(() -> status(streams).waiting() == 1);
        assertThat(status(streams).backpressure()).isTrue();
        last = new Reading(2, 100, 0, 0);
        source.join();
        assertThat(passed).hasSize(1);
        assertThat(status(streams).backpressure()).isFalse();
        assertThat(status(streams).throttled()).isPositive();
    }

    /** Where the heap is nearly full, so is the room for what the gate asks the JVM. */
    @Test
    void aHookThatFailsOnceDoesNotSwitchTheGateOffForItsThread() {
        AtomicBoolean failing = new AtomicBoolean(true);
        Streams streams = streams(
                () -> {
                    if (failing.get()) {
                        throw new OutOfMemoryError("for a moment");
                    }
                    return null;
                },
                Mode.GUARD,
                SHORT);
        int failures = 0;
        for (int i = 0; i < 100; i++) {
            try {
                emit(streams);
            } catch (OutOfMemoryError e) {
                failures++;
            }
        }
        assertThat(failures).isPositive();
        failing.set(false);
        long before = streams.statuses().get(0).emitted();
        emit(streams);
        assertThat(streams.statuses().get(0).emitted()).isEqualTo(before + 1);
    }
}
