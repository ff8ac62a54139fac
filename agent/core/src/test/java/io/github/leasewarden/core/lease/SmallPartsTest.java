package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.leasewarden.thread.AgentThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SmallPartsTest {
    @Test
    void theClockDoesNotCountTimeInWhichTheJvmStoodStill() {
        AtomicLong nanos = new AtomicLong();
        CoarseClock clock = new CoarseClock(nanos::get);
        int start = clock.now();
        nanos.addAndGet(CoarseClock.TICK_NANOS * 3);
        assertThat(clock.advance()).isZero();
        assertThat(clock.now() - start).isEqualTo(3);
        nanos.addAndGet(Duration.ofHours(10).toNanos());
        assertThat(clock.advance()).isEqualTo(36_000 * 10 - 5);
        assertThat(clock.now() - start).isEqualTo(8);
    }

    @Test
    void theClockIgnoresTimeThatRunsBackwards() {
        AtomicLong nanos = new AtomicLong(1_000_000_000_000L);
        CoarseClock clock = new CoarseClock(nanos::get);
        nanos.addAndGet(-Duration.ofHours(10).toNanos());
        assertThat(clock.advance()).isZero();
        assertThat(clock.now()).isEqualTo(1);
    }

    @Test
    void theStackBudgetEarnsThreeThousandthsOfACore() {
        StackBudget budget = new StackBudget();
        int taken = 0;
        while (budget.allows()) {
            budget.spent(10_000);
            taken++;
        }
        assertThat(taken).isEqualTo(6_000);
        budget.earn(Duration.ofSeconds(1).toNanos());
        int more = 0;
        while (budget.allows()) {
            budget.spent(10_000);
            more++;
        }
        assertThat(more).isEqualTo(300);
    }

    @Test
    void savingsOfTheStackBudgetAreBounded() {
        StackBudget budget = new StackBudget();
        budget.earn(Duration.ofHours(100).toNanos());
        int taken = 0;
        while (budget.allows()) {
            budget.spent(10_000);
            taken++;
        }
        assertThat(taken).isEqualTo(6_000);
    }

    @Test
    void factsAboutCollectedObjectsGo() {
        WeakIdentityMap<String> map = new WeakIdentityMap<>();
        Object kept = new Object();
        map.put(kept, "kept");
        for (int i = 0; i < 100; i++) {
            map.put(new Object(), "dropped");
        }
        await().until(() -> {
            System.gc();
            map.drain();
            return map.size() == 1;
        });
        assertThat(map.get(kept)).isEqualTo("kept");
    }

    @Test
    void factsAreKeptByIdentityNotEquality() {
        WeakIdentityMap<String> map = new WeakIdentityMap<>();
        String one = new String("a");
        String other = new String("a");
        map.put(one, "one");
        assertThat(map.get(other)).isNull();
        assertThat(map.putIfAbsent(one, "two")).isEqualTo("one");
    }

    @Test
    void whatOurOwnThreadsOpenIsNoLease() throws InterruptedException {
        Leases leases = new Leases(Leases.settings(Mode.GUARD, Duration.ofSeconds(1)));
        Object[] opened = {this};
        Thread agent =
                new AgentThread("test", () -> opened[0] = leases.registry.opened(0, new Object(), null, null, null));
        agent.start();
        agent.join();
        assertThat(opened[0]).isNull();
        assertThat(leases.registry.dropped()).isZero();
    }

    @Test
    void beyondTheCapOpensAreCountedNotTracked() {
        Leases leases = new Leases(Leases.settings(Mode.GUARD, Duration.ofSeconds(1)));
        leases.registry.setFull(true);
        assertThat(leases.registry.opened(0, new Object(), null, null, null)).isNull();
        assertThat(leases.registry.dropped()).isEqualTo(1);
    }

    @Test
    void aCallThatReturnsAMinimalStageEndsWithIt() {
        try (Leases leases = new Leases(Leases.settings(Mode.GUARD, Duration.ofHours(1)))) {
            Lease lease = leases.open(new Object());
            for (CompletionStage<?> done : List.of(
                    CompletableFuture.completedStage(1),
                    CompletableFuture.failedStage(new IllegalStateException()),
                    CompletableFuture.completedFuture(1).minimalCompletionStage())) {
                leases.registry.left(leases.registry.entered(lease), done);
                assertThat(lease.calls()).isZero();
            }
            CompletableFuture<Object> pending = new CompletableFuture<>();
            leases.registry.left(leases.registry.entered(lease), pending.minimalCompletionStage());
            assertThat(lease.calls()).isEqualTo(1);
            pending.complete(1);
            assertThat(lease.calls()).isZero();
        }
    }
}
