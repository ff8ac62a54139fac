package io.github.leasewarden.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;

class ToleranceTest {
    private static final Left LISTENER = new Left(
            "listener", "acme.bus", 2, List.of("app//acme.Cache.load(Cache.java:12)", "acme.Shop.main(Shop.java:3)"));
    private static final AtomicReference<Consumer<ExtensionContext>> LOOK = new AtomicReference<>();

    /** Runs the look in the context of a real test. */
    static final class Looking implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            LOOK.get().accept(context);
        }
    }

    @ExtendWith(Looking.class)
    static class Plain {
        @Test
        void test() {}
    }

    @NoLeaks(allow = "listener")
    @LeakBudget(kind = "websocket", max = 2)
    @LeakBudget(kind = "stream", max = 1)
    @ExtendWith(Looking.class)
    static class Allowing {
        @Nested
        class Inner {
            @Test
            @NoLeaks(allow = "acme.socket")
            @LeakBudget(kind = "stream", max = 5)
            void test() {}
        }
    }

    @ExtendWith(Looking.class)
    static class Wrong {
        @Test
        @LeakBudget(kind = "stream", max = -1)
        void test() {}
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "listener",
                "acme.bus",
                "acme.*",
                "acme.Cache",
                "acme.Cache.load",
                "Cache.java:12",
                "acme.Shop.main",
                "*"
            })
    void kindRuleAndPlaceCanBeAllowed(String entry) {
        in(
                Plain.class,
                context -> assertThat(Tolerance.of(context, List.of(entry)).tooMuch(List.of(LISTENER)))
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"listen", "acme", "acme.Cach", "Cache.java", "Cache.java:1", "load"})
    void halfANameAllowsNothing(String entry) {
        in(
                Plain.class,
                context -> assertThat(Tolerance.of(context, List.of(entry)).tooMuch(List.of(LISTENER)))
                        .containsExactly(LISTENER));
    }

    @Test
    void classesAroundATestAllowForIt() {
        in(Allowing.class, context -> {
            Tolerance tolerance = Tolerance.of(context, List.of());
            assertThat(tolerance.tooMuch(List.of(LISTENER))).isEmpty();
            assertThat(tolerance.tooMuch(List.of(left("websocket", "acme.socket", 9))))
                    .isEmpty();
        });
    }

    @Test
    void aBudgetCountsAllSitesOfItsKind() {
        in(Allowing.class, context -> {
            Tolerance tolerance = Tolerance.of(context, List.of());
            Left one = left("websocket", "a", 1);
            assertThat(tolerance.tooMuch(List.of(one, one))).isEmpty();
            assertThat(tolerance.tooMuch(List.of(one, one, one))).hasSize(3);
        });
    }

    @Test
    void theNearestBudgetHolds() {
        in(Allowing.class, context -> {
            Tolerance tolerance = Tolerance.of(context, List.of());
            assertThat(tolerance.tooMuch(List.of(left("stream", "a", 5)))).isEmpty();
            assertThat(tolerance.tooMuch(List.of(left("stream", "a", 6)))).hasSize(1);
        });
    }

    @Test
    void aBudgetBelowZeroIsRefused() {
        in(
                Wrong.class,
                context -> assertThatThrownBy(() -> Tolerance.of(context, List.of()))
                        .hasMessageContaining("max = -1")
                        .hasMessageContaining("must be 0 or more"));
    }

    private static Left left(String kind, String rule, long count) {
        return new Left(kind, rule, count, List.of());
    }

    private static void in(Class<?> tests, Consumer<ExtensionContext> look) {
        LOOK.set(look);
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.started(1).succeeded(1));
    }
}
