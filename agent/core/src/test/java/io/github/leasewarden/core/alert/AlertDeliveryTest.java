package io.github.leasewarden.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.leasewarden.core.pressure.AlertSource;
import io.github.leasewarden.core.pressure.Alerts;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.thread.AgentThread;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertDeliveryTest {
    static final JvmInfo JVM = new JvmInfo(1, "17", "G1", "com.acme.Shop");
    static final Alerts.Alert ALERT = new Alerts.Alert(
            Instant.parse("2026-11-23T12:00:00Z"), Alerts.Level.WARN, AlertSource.HEAP, "75 % \"of\" it", "e.txt");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<AlertMessage> sent = new CopyOnWriteArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final CountDownLatch release = new CountDownLatch(1);
    private volatile boolean broken;
    private volatile boolean hanging;
    private boolean threadless;

    private final AlertChannel channel = new AlertChannel() {
        @Override
        public String name() {
            return "command";
        }

        @Override
        public void send(AlertMessage message, Duration deadline) throws IOException, InterruptedException {
            if (hanging) {
                release.await();
            }
            if (broken) {
                throw new IOException("it is broken");
            }
            sent.add(message);
        }
    };

    private AlertDelivery delivery(int mostAnHour) {
        return new AlertDelivery(
                List.of(channel), JVM, mostAnHour, Duration.ofSeconds(1), now::get, this::onThread, told::add);
    }

    private void onThread(Runnable work) {
        if (threadless) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        new AgentThread("alerts", work).start();
    }

    private static DeliveryCount count(AlertDelivery delivery) {
        return delivery.counts().get(0);
    }

    @AfterEach
    void end() {
        release.countDown();
    }

    @Test
    void anAlertIsPassedOnOnce() {
        AlertDelivery delivery = delivery(10);
        delivery.offer(ALERT);
        await().until(() -> count(delivery).delivered() == 1);
        assertThat(sent)
                .singleElement()
                .satisfies(message -> assertThat(message.alert()).isEqualTo(ALERT));
        assertThat(told).isEmpty();
    }

    @Test
    void anAlertForWhichNoThreadCouldBeHadGoesOutWithTheNextOne() {
        AlertDelivery delivery = delivery(10);
        threadless = true;
        assertThatThrownBy(() -> delivery.offer(ALERT)).isInstanceOf(OutOfMemoryError.class);
        threadless = false;
        delivery.offer(ALERT);
        await().until(() -> count(delivery).delivered() == 2);
    }

    @Test
    void moreThanTheRateIsHeldBackAndTheNextOneSaysSo() {
        AlertDelivery delivery = delivery(3);
        for (int i = 0; i < 8; i++) {
            delivery.offer(ALERT);
        }
        await().until(() -> count(delivery).delivered() == 3);
        assertThat(count(delivery).dropped()).isEqualTo(5);
        now.addAndGet(Duration.ofMinutes(21).toNanos());
        delivery.offer(ALERT);
        await().until(() -> count(delivery).delivered() == 4);
        assertThat(sent.get(3).heldBack()).isEqualTo(5);
    }

    @Test
    void aFailureIsToldOnceUntilItWorksAgain() {
        AlertDelivery delivery = delivery(10);
        broken = true;
        delivery.offer(ALERT);
        delivery.offer(ALERT);
        await().until(() -> count(delivery).failed() == 2);
        assertThat(told).containsExactly("alert.command failed: it is broken; further failures are counted only");
        broken = false;
        delivery.offer(ALERT);
        await().until(() -> count(delivery).delivered() == 1);
        broken = true;
        delivery.offer(ALERT);
        await().until(() -> count(delivery).failed() == 3);
        assertThat(told).hasSize(2);
    }

    @Test
    void aChannelThatHangsNeverMakesTheCallerWaitAndKeepsABoundedQueue() {
        AlertDelivery delivery = delivery(3600);
        hanging = true;
        for (int i = 0; i < 1000; i++) {
            delivery.offer(ALERT);
        }
        assertThat(count(delivery).dropped()).isBetween(1000L - 16 - 1, 1000L - 16);
        release.countDown();
        await().until(() ->
                count(delivery).delivered() == 1000 - count(delivery).dropped());
    }

    @Test
    void withoutCommandAndWebhookNothingHappens() {
        AlertDelivery delivery = AlertDelivery.of(null, null, 10, JVM, told::add);
        delivery.offer(ALERT);
        assertThat(delivery.counts()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void aWebhookThatIsNoUrlIsToldAndLeftOut() {
        for (String wrong : List.of("ftp://a/b", "nonsense", "http:///x", "a b", "file:/etc/passwd")) {
            told.clear();
            assertThat(AlertDelivery.of(null, wrong, 10, JVM, told::add).counts())
                    .as(wrong)
                    .isEmpty();
            assertThat(told)
                    .singleElement()
                    .asString()
                    .contains("alert.webhook")
                    .contains("http or https");
        }
    }
}
