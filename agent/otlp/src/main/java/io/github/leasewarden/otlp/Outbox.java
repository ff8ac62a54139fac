package io.github.leasewarden.otlp;

import io.github.leasewarden.export.ExportCount;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent of one signal. The oldest goes first; if it has to wait, all wait; if too many wait, the oldest is dropped, and counted.
 * Each outage is told once, when it begins and when it is over. Anyone may {@linkplain #add add} and {@linkplain #count count}; one thread sends.
 */
final class Outbox<T> {
    private final String signal;
    private final int most;
    private final Function<T, Outcome> send;
    private final Pauses pauses;
    private final LongSupplier nanoTime;
    private final Consumer<String> tell;
    private final Deque<T> waiting = new ArrayDeque<>();

    private long exported;
    private long failed;
    private long dropped;
    private @Nullable String trouble;
    private long droppedBefore;
    private long retryAt;
    private boolean sending;
    private boolean pausing;
    private boolean askedToPause;

    /**
     * @param most how many may wait
     * @param send makes one attempt; called by the sending thread, never under a lock
     */
    Outbox(
            String signal,
            int most,
            Function<T, Outcome> send,
            Pauses pauses,
            LongSupplier nanoTime,
            Consumer<String> tell) {
        this.signal = signal;
        this.most = most;
        this.send = send;
        this.pauses = pauses;
        this.nanoTime = nanoTime;
        this.tell = tell;
    }

    /** With the clock and the chance of this JVM. */
    static <T> Outbox<T> of(String signal, int most, Function<T, Outcome> send, Consumer<String> tell) {
        Pauses pauses = new Pauses(() -> ThreadLocalRandom.current().nextDouble());
        return new Outbox<>(signal, most, send, pauses, System::nanoTime, tell);
    }

    synchronized void add(T item) {
        waiting.addLast(item);
        makeRoom();
    }

    /** Sends what waits, until nothing does or an attempt fails; nothing while the pause after a failure lasts. */
    void flush() {
        while (pauseNanos() <= 0) {
            T item = take();
            if (item == null) {
                return;
            }
            settle(item, attempt(item));
        }
    }

    /** The same at the end: without the rest of a pause of our own choice, but not before the receiver wants to hear from us. */
    void lastFlush() {
        synchronized (this) {
            pausing &= askedToPause;
        }
        flush();
    }

    /** Nanoseconds until {@link #flush} can do something; {@link Long#MAX_VALUE} while nothing waits. */
    synchronized long dueInNanos() {
        return waiting.isEmpty() ? Long.MAX_VALUE : Math.max(0, pauseNanos());
    }

    /** Drops what waits, and what is just being sent, as at exit. Returns how many that were. */
    synchronized long giveUp() {
        long left = waiting.size() + (sending ? 1 : 0);
        waiting.clear();
        dropped += left;
        return left;
    }

    synchronized ExportCount count() {
        return new ExportCount(signal, exported, failed, dropped, waiting.size(), trouble);
    }

    private synchronized long pauseNanos() {
        return pausing ? retryAt - nanoTime.getAsLong() : 0;
    }

    /** What is being sent is not among those that wait, so that it is not dropped meanwhile. */
    private synchronized @Nullable T take() {
        pausing = false;
        T first = waiting.pollFirst();
        sending = first != null;
        return first;
    }

    private Outcome attempt(T item) {
        try {
            return send.apply(item);
        } catch (RuntimeException | LinkageError e) {
            return new Outcome.Refused("it could not be written: " + e);
        } catch (Error e) {
            // no memory, or no thread to be had: that is about this moment, not about the item
            return new Outcome.Later("it could not be sent: " + e, null);
        }
    }

    private void settle(T item, Outcome outcome) {
        String news;
        synchronized (this) {
            sending = false;
            if (outcome instanceof Outcome.Later later) {
                failed++;
                news = begin(later.reason() + "; trying again, the newest " + most + " wait");
                pause(later.retryAfter());
                waiting.addFirst(item);
                makeRoom();
            } else if (outcome instanceof Outcome.Refused refused) {
                failed++;
                news = begin(refused.reason() + "; it is dropped, and so are others like it");
                dropped++;
            } else if (outcome instanceof Outcome.TakenInPart part) {
                exported++;
                pauses.reset();
                news = begin(part.reason());
            } else {
                exported++;
                news = end();
            }
        }
        if (news != null) {
            tell.accept(news);
        }
    }

    /** Null if it is known already. */
    private @Nullable String begin(String reason) {
        String news = trouble == null ? "OTLP " + signal + ": " + reason : null;
        if (trouble == null) {
            droppedBefore = dropped;
        }
        trouble = reason;
        return news;
    }

    private @Nullable String end() {
        pauses.reset();
        String news = trouble == null
                ? null
                : "OTLP " + signal + ": all is well again; " + (dropped - droppedBefore) + " were dropped meanwhile";
        trouble = null;
        return news;
    }

    private void pause(@Nullable Duration asked) {
        long own = pauses.nextNanos();
        askedToPause = asked != null;
        retryAt = nanoTime.getAsLong() + (asked == null ? own : Math.max(own, asked.toNanos()));
        pausing = true;
    }

    private void makeRoom() {
        while (waiting.size() > most) {
            waiting.removeFirst();
            dropped++;
        }
    }
}
