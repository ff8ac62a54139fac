package io.github.leasewarden.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Outcome TAKEN = new Outcome.Taken();
    private static final Outcome LATER = new Outcome.Later("it is away", null);

    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private long now = 1_000;
    private final Outbox<String> outbox = new Outbox<>(
            "logs",
            3,
            item -> {
                sent.add(item);
                return outcomes.isEmpty() ? TAKEN : outcomes.poll();
            },
            new Pauses(() -> 0),
            () -> now,
            told::add);

    private void pass(Duration time) {
        now += time.toNanos();
        outbox.flush();
    }

    @Test
    void whatIsTakenIsSentOnceInOrderAndSilently() {
        outbox.add("a");
        outbox.add("b");
        outbox.flush();
        outbox.flush();
        assertThat(sent).containsExactly("a", "b");
        assertThat(outbox.count().exported()).isEqualTo(2);
        assertThat(outbox.dueInNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(told).isEmpty();
    }

    @Test
    void afterAFailureEverythingWaitsLongerEachTime() {
        for (int i = 0; i < 8; i++) {
            outcomes.add(LATER);
        }
        outbox.add("a");
        outbox.add("b");
        outbox.flush();
        List<Long> pauses = new ArrayList<>();
        while (!outcomes.isEmpty()) {
            pauses.add(TimeUnit.NANOSECONDS.toSeconds(outbox.dueInNanos()));
            pass(Duration.ofNanos(outbox.dueInNanos() - 1));
            assertThat(sent).as("attempts before the pause is over").hasSize(pauses.size());
            pass(Duration.ofNanos(1));
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L);
        assertThat(sent).containsOnly("a");
        pass(Duration.ofMinutes(1));
        assertThat(sent).endsWith("a", "b");
        assertThat(outbox.count().failed()).isEqualTo(8);
        assertThat(outbox.count().exported()).isEqualTo(2);
        assertThat(outbox.count().dropped()).isZero();
    }

    @Test
    void aReceiverIsLeftAloneForAsLongAsItAsks() {
        outcomes.add(new Outcome.Later("status 429", Duration.ofSeconds(90)));
        outbox.add("a");
        outbox.flush();
        pass(Duration.ofSeconds(89));
        outbox.add("b");
        outbox.flush();
        assertThat(sent).containsExactly("a");
        pass(Duration.ofSeconds(1));
        assertThat(sent).containsExactly("a", "a", "b");
    }

    @Test
    void theOldestIsDroppedIfTooManyWaitAndThatIsCounted() {
        outcomes.add(LATER);
        for (String item : List.of("a", "b", "c")) {
            outbox.add(item);
        }
        outbox.flush();
        outbox.add("d");
        outbox.add("e");
        assertThat(outbox.count().dropped()).isEqualTo(2);
        assertThat(outbox.count().waiting()).isEqualTo(3);
        pass(Duration.ofSeconds(1));
        assertThat(sent).containsExactly("a", "c", "d", "e");
        assertThat(told).hasSize(2);
        assertThat(told.get(1)).contains("well again").contains("2 were dropped");
    }

    @Test
    void whatIsRefusedIsDroppedAndTheNextGoes() {
        outcomes.add(new Outcome.Refused("status 401"));
        outbox.add("a");
        outbox.add("b");
        outbox.flush();
        assertThat(sent).containsExactly("a", "b");
        assertThat(outbox.count().dropped()).isEqualTo(1);
        assertThat(outbox.count().failed()).isEqualTo(1);
        assertThat(outbox.count().exported()).isEqualTo(1);
        assertThat(told.get(0)).contains("status 401");
        assertThat(told.get(1)).contains("1 were dropped");
    }

    @Test
    void anOutageIsToldOnceHoweverLongItLasts() {
        for (int i = 0; i < 50; i++) {
            outcomes.add(LATER);
        }
        outbox.add("a");
        outbox.flush();
        while (!outcomes.isEmpty()) {
            pass(Duration.ofMinutes(1));
        }
        assertThat(told).singleElement().asString().contains("OTLP logs").contains("it is away");
        assertThat(outbox.count().trouble()).contains("it is away");
        pass(Duration.ofMinutes(1));
        assertThat(outbox.count().trouble()).isNull();
        outcomes.add(LATER);
        outbox.add("b");
        outbox.flush();
        assertThat(told).as("outage, end, outage").hasSize(3);
    }

    @Test
    void whatCannotBeWrittenDoesNotStopTheRest() {
        Outbox<String> broken = new Outbox<>(
                "logs",
                3,
                item -> {
                    if (item.equals("a")) {
                        throw new IllegalStateException("no such field");
                    }
                    return TAKEN;
                },
                new Pauses(() -> 0),
                () -> now,
                told::add);
        broken.add("a");
        broken.add("b");
        broken.flush();
        assertThat(broken.count().exported()).isEqualTo(1);
        assertThat(broken.count().dropped()).isEqualTo(1);
        assertThat(told.get(0)).contains("no such field");
    }

    @Test
    void whatMetAnErrorOfTheJvmIsSentLater() {
        AtomicInteger attempts = new AtomicInteger();
        Outbox<String> unlucky = new Outbox<>(
                "logs",
                3,
                item -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    return TAKEN;
                },
                new Pauses(() -> 0),
                () -> now,
                told::add);
        unlucky.add("a");
        unlucky.flush();
        assertThat(unlucky.count().waiting()).isEqualTo(1);
        assertThat(told).singleElement().asString().contains("unable to create native thread");
        now += Duration.ofSeconds(1).toNanos();
        unlucky.flush();
        assertThat(unlucky.count().exported()).isEqualTo(1);
        assertThat(unlucky.count().dropped()).isZero();
        assertThat(unlucky.giveUp()).isZero();
    }

    @Test
    void partOfItTakenIsToldAndCountsAsExported() {
        outcomes.add(new Outcome.TakenInPart("3 rejected: too old"));
        outbox.add("a");
        outbox.flush();
        assertThat(outbox.count().exported()).isEqualTo(1);
        assertThat(told).singleElement().asString().contains("3 rejected: too old");
    }

    @Test
    void atTheEndAPauseOfOurOwnIsCutShortButNotOneThatTheReceiverAskedFor() {
        outcomes.add(LATER);
        outbox.add("a");
        outbox.flush();
        outbox.lastFlush();
        assertThat(sent).containsExactly("a", "a");

        outcomes.add(new Outcome.Later("status 503", Duration.ofMinutes(5)));
        outbox.add("b");
        outbox.flush();
        outbox.lastFlush();
        assertThat(sent).containsExactly("a", "a", "b");
        assertThat(outbox.giveUp()).isEqualTo(1);
        assertThat(outbox.count().dropped()).isEqualTo(1);
    }

    @Test
    void whatIsJustBeingSentCountsAsLostAtTheEnd() {
        List<Long> lost = new ArrayList<>();
        List<Outbox<String>> self = new ArrayList<>();
        Outbox<String> hanging = new Outbox<>(
                "logs",
                3,
                item -> {
                    lost.add(self.get(0).giveUp());
                    return LATER;
                },
                new Pauses(() -> 0),
                () -> now,
                told::add);
        self.add(hanging);
        hanging.add("a");
        hanging.add("b");
        hanging.flush();
        assertThat(lost).containsExactly(2L);
    }

    @Test
    void pausesOfManyJvmsDiffer() {
        assertThat(new Pauses(() -> 0.5).nextNanos())
                .isEqualTo(Duration.ofMillis(750).toNanos());
        assertThat(new Pauses(() -> 1).nextNanos())
                .isEqualTo(Duration.ofMillis(500).toNanos());
    }
}
