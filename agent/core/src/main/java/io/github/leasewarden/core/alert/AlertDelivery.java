package io.github.leasewarden.core.alert;

import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.thread.AgentThread;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes alerts on to {@code alert.command} and {@code alert.webhook}, on a thread of its own that starts with the first alert. A command
 * that fails or hangs costs a count and a line, told once until it works again: at most {@value #WAITING} alerts wait, at most
 * {@code alert.rate} an hour are tried. Thread-safe.
 */
public final class AlertDelivery {
    private static final int WAITING = 16;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final double NANOS_PER_HOUR = 3_600e9;

    /** One way out, and how it went. */
    private static final class Outlet {
        private final AlertChannel channel;
        private final AtomicLong delivered = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private boolean toldFailure;

        Outlet(AlertChannel channel) {
            this.channel = channel;
        }
    }

    private final List<Outlet> outlets = new ArrayList<>();
    private final JvmInfo jvm;
    private final int mostAnHour;
    private final Duration deadline;
    private final LongSupplier nanoTime;
    private final Consumer<String> tell;
    private final BlockingQueue<AlertMessage> queue = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Consumer<Runnable> thread;
    private boolean started;
    private double tokens;
    private long lastNanos;
    private long heldBack;

    /** @param thread runs what it is given on a thread of its own; throws if there is none to be had */
    AlertDelivery(
            List<AlertChannel> channels,
            JvmInfo jvm,
            int mostAnHour,
            Duration deadline,
            LongSupplier nanoTime,
            Consumer<Runnable> thread,
            Consumer<String> tell) {
        channels.forEach(channel -> outlets.add(new Outlet(channel)));
        this.jvm = jvm;
        this.mostAnHour = mostAnHour;
        this.deadline = deadline;
        this.nanoTime = nanoTime;
        this.thread = thread;
        this.tell = tell;
        this.tokens = mostAnHour;
        this.lastNanos = nanoTime.getAsLong();
    }

    /**
     * As configured.
     *
     * @param command {@code alert.command}, or null
     * @param webhook {@code alert.webhook}, or null; told and left out if it is no URL
     */
    public static AlertDelivery of(
            @Nullable String command, @Nullable String webhook, int mostAnHour, JvmInfo jvm, Consumer<String> tell) {
        List<AlertChannel> channels = new ArrayList<>();
        if (command != null && !command.isBlank()) {
            channels.add(new CommandChannel(command));
        }
        if (webhook != null) {
            try {
                channels.add(new WebhookChannel(webhook));
            } catch (IllegalArgumentException e) {
                tell.accept("option alert.webhook is not " + e.getMessage() + "; no alert is posted");
            }
        }
        return new AlertDelivery(
                channels,
                jvm,
                mostAnHour,
                DEADLINE,
                System::nanoTime,
                work -> new AgentThread("alerts", work).start(),
                tell);
    }

    /** Takes an alert and returns at once. */
    public synchronized void offer(Alerts.Alert alert) {
        if (outlets.isEmpty()) {
            return;
        }
        long now = nanoTime.getAsLong();
        tokens = Math.min(mostAnHour, tokens + (now - lastNanos) / NANOS_PER_HOUR * mostAnHour);
        lastNanos = now;
        if (tokens < 1 || !queue.offer(new AlertMessage(alert, jvm, heldBack))) {
            heldBack++;
            dropped.incrementAndGet();
            return;
        }
        tokens--;
        heldBack = 0;
        if (!started) {
            thread.accept(this::run);
            started = true; // only now: the alert after one for which no thread could be had starts it
        }
    }

    /** How it went so far, by channel. */
    public List<DeliveryCount> counts() {
        return outlets.stream()
                .map(outlet -> new DeliveryCount(
                        outlet.channel.name(), outlet.delivered.get(), outlet.failed.get(), dropped.get()))
                .toList();
    }

    private void run() {
        try {
            while (true) {
                AlertMessage message = queue.take();
                for (Outlet outlet : outlets) {
                    send(outlet, message);
                }
            }
        } catch (InterruptedException e) {
            // nobody interrupts it but an agent that ends
            Thread.currentThread().interrupt();
        }
    }

    private void send(Outlet outlet, AlertMessage message) throws InterruptedException {
        try {
            outlet.channel.send(message, deadline);
            outlet.delivered.incrementAndGet();
            outlet.toldFailure = false;
        } catch (IOException | RuntimeException | Error e) {
            // Error too: this thread is the only one that tells the next alert
            outlet.failed.incrementAndGet();
            if (!outlet.toldFailure) {
                outlet.toldFailure = true;
                tell.accept("alert." + outlet.channel.name() + " failed: " + e.getMessage()
                        + "; further failures are counted only");
            }
        }
    }
}
