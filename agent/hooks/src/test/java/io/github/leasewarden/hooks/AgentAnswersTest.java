package io.github.leasewarden.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentAnswersTest {
    @AfterEach
    void nobodyAnswers() {
        AgentAnswers.answerWith(null);
    }

    @Test
    void withoutAnAgentThereIsNoAnswer() {
        assertThat(AgentAnswers.ask(Map.of("ask", "hello"))).isNull();
    }

    @Test
    void whoeverWasInstalledLastAnswers() {
        AgentAnswers.answerWith(question -> Map.of("by", "the first"));
        AgentAnswers.answerWith(question -> Map.of("asked", question.get("ask")));
        assertThat(AgentAnswers.ask(Map.of("ask", "hello"))).containsExactly(Map.entry("asked", "hello"));
    }
}
