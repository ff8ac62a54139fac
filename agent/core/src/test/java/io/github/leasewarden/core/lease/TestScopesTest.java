package io.github.leasewarden.core.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import acme.Shop;
import io.github.leasewarden.instrumentation.rule.Hook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestScopesTest {
    private final Leases leases = new Leases(Leases.settings(Mode.GUARD, Duration.ofMinutes(30)));
    private final TestScopes scopes = TestScopes.watch(leases.registry);
    private final List<Object> handles = new ArrayList<>();

    @AfterEach
    void close() {
        leases.close();
    }

    @Test
    void whatATestOpensAndReleasesIsNotLeftOpen() {
        long test = begin(0);
        Lease lease = open();
        assertThat(count(test)).isEqualTo(1);
        leases.release(lease);
        assertThat(count(test)).isZero();
    }

    @Test
    void whatIsLeftOpenNamesTheLine() {
        long test = begin(0);
        Shop.order(this::open);
        assertThat(scopes.leftOpen(test)).singleElement().satisfies(left -> {
            assertThat(left.kind()).isEqualTo("thing");
            assertThat(left.rule()).isEqualTo("acme.thing");
            assertThat(left.handleClass()).isEqualTo(Leases.Thing.class.getName());
            assertThat(left.frames().get(0)).contains("acme.Shop.store(Shop.java:");
        });
    }

    @Test
    void aTestThatOpensMoreThanTheStackBudgetAllowsStillNamesTheLine() {
        long test = begin(0);
        leases.registry.budget().earn(0);
        for (int i = 0; i < 2_000; i++) {
            leases.registry.budget().spent(1_000_000);
        }
        Shop.order(this::open);
        assertThat(scopes.leftOpen(test).get(0).frames()).isNotEmpty();
    }

    @Test
    void outsideOfTestsNothingIsRemembered() {
        open();
        assertThat(scopes.unattributed()).isEmpty();
    }

    @Test
    void aVerdictDoesNotDependOnTheGarbageCollector() {
        long test = begin(0);
        assertThat(open().collected()).isTrue();
        assertThat(count(test)).isEqualTo(1);
    }

    @Test
    void aVerdictDoesNotDependOnTheAgentsOwnReleases() {
        long test = begin(0);
        Lease lease = open();
        assertThat(lease.claim() && lease.commit()).isTrue();
        lease.finish(true, 1);
        assertThat(count(test)).isEqualTo(1);
    }

    @Test
    void testsInsideOneAnotherKeepTheirOwn() {
        long outer = begin(0);
        open();
        long inner = begin(outer);
        open();
        scopes.leave();
        open();
        assertThat(count(inner)).isEqualTo(1);
        assertThat(count(outer)).isEqualTo(2);
    }

    @Test
    void aThreadThatATestStartsWorksForIt() throws InterruptedException {
        long test = begin(0);
        onThread(this::open);
        assertThat(count(test)).isEqualTo(1);
    }

    @Test
    void aThreadOutlivingItsTestIsNobodys() throws Exception {
        long first = begin(0);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            pool.submit(this::open).get();
            assertThat(count(first)).isEqualTo(1);
            scopes.leave();
            scopes.end(first);
            long second = begin(0);
            pool.submit(this::open).get();
            assertThat(count(second)).isZero();
            assertThat(scopes.unattributed()).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aPoolsThreadIsNeverBlamedOnTheTestThatStartedItWhileOthersRun() throws Exception {
        long first = begin(0);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            pool.submit(() -> {}).get();
            scopes.begin(0);
            pool.submit(this::open).get();
            assertThat(count(first)).isZero();
            assertThat(scopes.unattributed()).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aThreadOfTheApplicationsOwnIsItsTestsEvenWhileOthersRun() throws InterruptedException {
        long first = begin(0);
        scopes.begin(0);
        onThread(() -> Shop.bill(this::open));
        // its bottom frame is this test class, which is the agent's own package: so nobody's
        assertThat(count(first)).isZero();
        onThread(new acme.Errand(this::open));
        assertThat(count(first)).isEqualTo(1);
    }

    @Test
    void aClassAndItsTestsAreNotTwoTestsAtOnce() throws Exception {
        long type = begin(0);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            pool.submit(() -> {}).get();
            scopes.begin(type);
            pool.submit(this::open).get();
            assertThat(count(type)).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whatTheConstructorOpenedIsTheTests() {
        long constructor = begin(0);
        open();
        scopes.leave();
        long test = begin(0);
        scopes.takeOver(constructor, test);
        assertThat(count(test)).isEqualTo(1);
        assertThatThrownBy(() -> scopes.leftOpen(constructor)).hasMessageContaining("no test " + constructor);
    }

    @Test
    void aHundredThousandOpenedAndReleasedCountForNothing() {
        long test = begin(0);
        for (int i = 0; i < 100_100; i++) {
            Lease lease = leases.open(new Object());
            if (i > 0) {
                leases.release(lease);
            }
        }
        assertThat(count(test)).isEqualTo(1);
    }

    @Test
    void whatALibraryOpensOnItsThreadIsWhoseTestAskedForIt() throws InterruptedException {
        long test = begin(0);
        TestScope asking = scopes.current();
        Lease[] made = new Lease[1];
        Thread library = new Thread(null, () -> made[0] = open(), "library", 0, false);
        library.start();
        library.join();
        assertThat(scopes.unattributed()).hasSize(1);
        scopes.moveTo(asking, made[0]);
        assertThat(scopes.unattributed()).isEmpty();
        assertThat(count(test)).isEqualTo(1);
    }

    private long begin(long parent) {
        long test = scopes.begin(parent);
        scopes.enter(test);
        return test;
    }

    private Lease open() {
        Object handle = new Leases.Thing();
        handles.add(handle);
        return (Lease) leases.registry.opened(leases.point(Hook.Operation.OPEN), handle, null, null, null);
    }

    private long count(long test) {
        return scopes.leftOpen(test).stream().mapToLong(LeftOpen::count).sum();
    }

    private static void onThread(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.start();
        thread.join();
    }
}
