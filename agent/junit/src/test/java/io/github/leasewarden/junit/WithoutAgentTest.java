package io.github.leasewarden.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** These tests' own JVM has no agent. */
class WithoutAgentTest {
    @NoLeaks
    static class Two {
        @Test
        void one() {}

        @Test
        void other() {}
    }

    @Test
    void itSaysSoOnceAndPasses() {
        AtomicReference<EngineExecutionResults> results = new AtomicReference<>();
        String said = errorOutputOf(() -> results.set(run("drain", "1s")));
        results.get().testEvents().assertStatistics(statistics -> statistics.succeeded(2));
        assertThat(said.lines().filter(line -> line.contains("the Leasewarden agent is not attached")))
                .hasSize(1);
    }

    @Test
    void ifAskedToEveryTestFailsWithTheSentence() {
        errorOutputOf(() -> run("without-agent", "fail")
                .testEvents()
                .assertStatistics(statistics -> statistics.failed(2))
                .assertThatEvents()
                .haveExactly(2, finishedWithFailure(message(text -> text.contains("agent is not attached")))));
    }

    @Test
    void aWrongOptionFailsTheTestsWithItsName() {
        run("without-agent", "perhaps")
                .testEvents()
                .assertThatEvents()
                .haveExactly(2, finishedWithFailure(message(text -> text.contains("leasewarden.junit.without-agent"))));
    }

    private static EngineExecutionResults run(String option, String value) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Two.class))
                .configurationParameter("leasewarden.junit." + option, value)
                .execute();
    }

    private static String errorOutputOf(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
