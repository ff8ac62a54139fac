package io.github.leasewarden.core.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.leasewarden.core.pressure.StreamGate.Outcome;
import io.github.leasewarden.core.sampling.LastCollection.Reading;
import io.github.leasewarden.thread.AgentThread;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a heap of 1000 bytes, with pressure from 800 on until 700. */
@Timeout(60)
class StreamGateTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final AtomicReference<Reading> last = new AtomicReference<>(new Reading(1, 900, 0, 0));
    private final AtomicInteger asked = new AtomicInteger();
    private final Gated stream = new Gated();
    private volatile long heapInUse;
    private volatile boolean installed = true;
    private volatile Runnable onCollection = () -> {};

    private StreamGate gate(@Nullable Duration maxWait, @Nullable Duration between) {
        GateSettings settings = new GateSettings(0.80, 0.70, null, maxWait, between);
        StreamGate gate = new StreamGate(
                new HeapPressure(last::get, settings, () -> 1000),
                settings,
                () -> {
                    asked.incrementAndGet();
                    onCollection.run();
                },
                Runnable::run,
                () -> heapInUse,
                System::nanoTime,
                () -> installed);
        gate.look();
        return gate;
    }

    private void collected(long used) {
        last.updateAndGet(reading -> new Reading(reading.number() + 1, used, 0, 0));
    }

    private void age(long millis) {
        last.updateAndGet(reading -> new Reading(reading.number(), reading.usedBytes(), 0, millis));
    }

    /** A source that emits one item on a thread of its own. */
    private CompletableFuture<Outcome> source(StreamGate gate) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> outcome.complete(gate.pass(stream, null, true)), "source");
        thread.setDaemon(true);
        thread.start();
        return outcome;
    }

    private CompletableFuture<Outcome> held(StreamGate gate) {
        CompletableFuture<Outcome> outcome = source(gate);
        await().until(() -> stream.begun.get() > stream.ended.get());
        assertThat(outcome).isNotDone();
        return outcome;
    }

    @Test
    void whereThereIsRoomNobodyWaits() {
        last.set(new Reading(1, 100, 0, 0));
        StreamGate gate = gate(LONG, null);
        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.pass(stream, null, true)).isEqualTo(Outcome.OPEN);
        assertThat(stream.begun).hasValue(0);
    }

    @Test
    void aHeldSourceGoesOnOnceThereIsRoomAgain() {
        StreamGate gate = gate(LONG, null);
        CompletableFuture<Outcome> outcome = held(gate);
        collected(750); // below the upper limit, but not yet at the lower one
        assertThat(gate.isShut()).isTrue();
        collected(700);
        assertThat(outcome.join()).isEqualTo(Outcome.WAITED);
        assertThat(stream.ended).hasValue(1);
        assertThat(gate.isShut()).isFalse();
    }

    @Test
    void nobodyIsHeldLongerThanAllowed() {
        StreamGate gate = gate(SHORT, null);
        assertThat(source(gate).join()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(stream.timedOut).hasValue(1);
    }

    @Test
    void nobodyIsHeldOnAStaleReading() {
        StreamGate gate = gate(LONG, null);
        CompletableFuture<Outcome> outcome = held(gate);
        age(HeapPressure.STALE_MILLIS + 1);
        assertThat(outcome.join()).isEqualTo(Outcome.WAITED);
        assertThat(source(gate).join()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void aWaitThatLearntNothingIsNotRepeatedUntilTheNextCollection() {
        StreamGate gate = gate(SHORT, null);
        assertThat(source(gate).join()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(source(gate).join()).isEqualTo(Outcome.OPEN);
        assertThat(gate.isShut()).isFalse();
    }

    /** A heap full of something else must not bring a stream to a standstill. */
    @Test
    void aWaitThatMadeNoRoomIsNotRepeatedAtOnce() {
        Duration wait = Duration.ofSeconds(1);
        StreamGate gate = gate(wait, null);
        CompletableFuture<Outcome> outcome = held(gate);
        collected(901);
        assertThat(outcome.join()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(stream.truce().holds(System.nanoTime())).isTrue();
        assertThat(source(gate).join()).isEqualTo(Outcome.USELESS);
    }

    @Test
    void aWaitDuringWhichItemsWereHandledMayBeRepeated() {
        StreamGate gate = gate(Duration.ofSeconds(1), null);
        CompletableFuture<Outcome> outcome = held(gate);
        stream.handled = 1;
        assertThat(outcome.join()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(stream.truce().holds(System.nanoTime())).isFalse();
    }

    @Test
    void aStreamWithNothingLeftToHandleIsNotHeld() {
        StreamGate gate = gate(LONG, null);
        CompletableFuture<Outcome> outcome = held(gate);
        stream.drained = true;
        assertThat(outcome.join()).isEqualTo(Outcome.WAITED);
        assertThat(source(gate).join()).isEqualTo(Outcome.USELESS);
    }

    /** All sources wait, so nothing allocates and nothing collects: somebody has to ask. */
    @Test
    void whileAllWaitACollectionIsAskedFor() {
        age(1000);
        onCollection = () -> collected(100);
        StreamGate gate = gate(LONG, Duration.ofMillis(1));
        assertThat(source(gate).join()).isEqualTo(Outcome.WAITED);
        assertThat(asked.get()).isPositive();
        assertThat(gate.collectionsAsked()).isPositive();
    }

    @Test
    void noCollectionIsAskedForWhereThatIsOff() {
        age(1000);
        StreamGate gate = gate(SHORT, null);
        source(gate).join();
        assertThat(asked).hasValue(0);
    }

    /** What the next collection may find is looked at closely once the raw heap allows it, and believed only after a collection. */
    @Test
    void anAssumptionIsConfirmedBeforeItCounts() {
        last.set(new Reading(1, 100, 0, 0));
        StreamGate gate = gate(LONG, Duration.ofMillis(1));
        collected(500); // it grew by 400
        heapInUse = 799;
        assertThat(source(gate).join()).isEqualTo(Outcome.OPEN);
        assertThat(asked).hasValue(0);
        heapInUse = 800;
        onCollection = () -> {
            collected(450);
            heapInUse = 450;
        };
        assertThat(source(gate).join()).isEqualTo(Outcome.WAITED);
        assertThat(asked).hasValue(1);
        assertThat(source(gate).join()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void anAssumptionNobodyCanConfirmCountsForNothing() {
        last.set(new Reading(1, 100, 0, 0));
        StreamGate gate = gate(LONG, null);
        collected(500);
        heapInUse = 900;
        assertThat(source(gate).join()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void anInterruptedSourceGoesOnAndStaysInterrupted() throws Exception {
        StreamGate gate = gate(LONG, null);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            gate.pass(stream, null, true);
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        thread.start();
        await().until(() -> stream.begun.get() == 1);
        thread.interrupt();
        assertThat(interrupted.get()).isTrue();
        thread.join();
    }

    @Test
    void aThreadThatIsInterruptedAlreadyIsNotHeld() {
        StreamGate gate = gate(LONG, null);
        Thread.currentThread().interrupt();
        assertThat(gate.pass(stream, null, true)).isEqualTo(Outcome.EXEMPT);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aThreadThatHoldsAMonitorIsNotHeld() {
        StreamGate gate = gate(LONG, null);
        Object source = new Object();
        synchronized (source) {
            assertThat(gate.pass(stream, source, true)).isEqualTo(Outcome.EXEMPT);
        }
    }

    @Test
    void aThreadThatHoldsTheMonitorOfSomethingElseIsNotHeld() {
        StreamGate gate = gate(LONG, null);
        synchronized (new Object()) {
            assertThat(gate.pass(stream, this, true)).isEqualTo(Outcome.EXEMPT);
        }
    }

    @Test
    void ourOwnThreadsAreNotHeld() {
        StreamGate gate = gate(LONG, null);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        new AgentThread("test", () -> outcome.complete(gate.pass(stream, null, true))).start();
        assertThat(outcome.join()).isEqualTo(Outcome.EXEMPT);
    }

    @Test
    void whenTheAgentIsSwitchedOffEverybodyGoes() {
        StreamGate gate = gate(LONG, null);
        CompletableFuture<Outcome> outcome = held(gate);
        installed = false;
        assertThat(outcome.join()).isEqualTo(Outcome.WAITED);
    }

    @Test
    void whenTheJvmExitsEverybodyGoesAndNobodyIsHeldAgain() {
        StreamGate gate = gate(LONG, null);
        CompletableFuture<Outcome> outcome = held(gate);
        gate.close();
        assertThat(outcome.join()).isEqualTo(Outcome.WAITED);
        assertThat(source(gate).join()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void withoutAWaitNobodyIsHeldAndNobodyWouldBe() {
        StreamGate gate = gate(null, null);
        assertThat(source(gate).join()).isEqualTo(Outcome.OPEN);
        assertThat(gate.wouldHold(stream, true)).isFalse();
        assertThat(gate(LONG, null).wouldHold(stream, true)).isTrue();
    }
}
