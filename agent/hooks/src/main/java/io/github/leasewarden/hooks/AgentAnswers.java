package io.github.leasewarden.hooks;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where code on the application's class path, such as a test extension, asks the isolated agent something. Found by name, so that neither
 * side needs the other's classes: questions and answers are maps of JDK types, and say which version of the conversation they speak.
 *
 * <p>THIS CLASS MUST DEPEND ON NOTHING BUT {@code java.base}: the built jar relocates it to {@code java.lang.LeasewardenAnswers}.
 * No hook calls it. Thread-safe.
 */
public final class AgentAnswers {
    private static volatile UnaryOperator<Map<String, Object>> answers;

    private AgentAnswers() {}

    /** Who answers from now on; null for nobody. */
    public static void answerWith(UnaryOperator<Map<String, Object>> agent) {
        answers = agent;
    }

    /**
     * Asks the agent.
     *
     * @return its answer, or null if nobody answers: the agent is disabled or was switched off
     */
    public static Map<String, Object> ask(Map<String, Object> question) {
        UnaryOperator<Map<String, Object>> agent = answers;
        return agent == null ? null : agent.apply(question);
    }
}
