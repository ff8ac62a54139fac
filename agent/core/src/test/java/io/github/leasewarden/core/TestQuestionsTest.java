package io.github.leasewarden.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.lease.CoarseClock;
import io.github.leasewarden.core.lease.LeaseRegistry;
import io.github.leasewarden.core.lease.LeaseSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestQuestionsTest {
    private final TestQuestions agent = new TestQuestions(
            new LeaseRegistry(new CoarseClock(System::nanoTime), LeaseSettings.defaults(), type -> {}));

    @Test
    void itSaysWhichProtocolItSpeaks() {
        assertThat(agent.apply(Map.of("ask", "hello")))
                .containsEntry("protocol", 1)
                .containsKey("version");
    }

    @Test
    void aTestThatOpensNothingLeavesNothing() {
        Object test = agent.apply(Map.of("ask", "begin", "parent", 0L)).get("test");
        assertThat(agent.apply(Map.of("ask", "enter", "test", test))).isEmpty();
        assertThat(agent.apply(Map.of("ask", "leave"))).isEmpty();
        assertThat(agent.apply(Map.of("ask", "left-open", "test", test))).containsEntry("leases", List.of());
        assertThat(agent.apply(Map.of("ask", "end", "test", test))).isEmpty();
        assertThat(agent.apply(Map.of("ask", "left-open", "test", test)))
                .containsEntry("error", "no test " + test + " is running");
        assertThat(agent.apply(Map.of("ask", "unattributed"))).containsEntry("leases", List.of());
    }

    @Test
    void aQuestionOfALaterVersionIsAnsweredWithASentence() {
        assertThat(agent.apply(Map.of("ask", "forecast")))
                .containsEntry("error", "the agent does not know the question \"forecast\"");
        assertThat(agent.apply(Map.of("ask", "begin"))).containsEntry("error", "\"parent\" is missing or not a long");
    }
}
