package io.github.leasewarden.junit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The agent in this JVM, asked through {@code java.lang.LeasewardenAnswers}. Thread-safe. */
final class Agent {
    /** Of the conversation; the agent must speak the same. */
    static final long PROTOCOL = 1;

    private static final String HOOKS = "java.lang.LeasewardenHooks";
    private static final String ANSWERS = "java.lang.LeasewardenAnswers";

    /**
     * The agent, or why there is none.
     *
     * @param agent null if there is none, or none that understands us
     * @param problem a sentence; empty if there is an agent
     * @param missing whether there is no agent at all, in contrast to an unfit one
     */
    record Search(@Nullable Agent agent, String problem, boolean missing) {}

    private final Method ask;

    private Agent(Method ask) {
        this.ask = ask;
    }

    /** Looks for it. */
    static Search find() {
        return find(ANSWERS, HOOKS, null);
    }

    /** @param loader the bootstrap loader, which is null, but for tests */
    static Search find(String answers, String hooks, @Nullable ClassLoader loader) {
        Class<?> type = type(answers, loader);
        if (type == null) {
            return type(hooks, loader) == null
                    ? new Search(
                            null,
                            "the Leasewarden agent is not attached, so nothing is checked for leaks;"
                                    + " start the tests' JVM with -javaagent:leasewarden-agent.jar",
                            true)
                    : unfit("the Leasewarden agent in this JVM is older than leasewarden-junit and cannot answer it");
        }
        try {
            return greet(new Agent(type.getMethod("ask", Map.class)));
        } catch (NoSuchMethodException e) {
            return unfit("the Leasewarden agent in this JVM cannot answer leasewarden-junit");
        }
    }

    private static Search greet(Agent agent) {
        Map<String, Object> hello = agent.invoke(Map.of("ask", "hello", "protocol", PROTOCOL));
        if (hello == null) {
            return new Search(
                    null,
                    "the Leasewarden agent is disabled or was switched off, so nothing is checked for leaks",
                    true);
        }
        Object spoken = hello.get("protocol");
        if (!(spoken instanceof Number) || ((Number) spoken).longValue() != PROTOCOL) {
            return unfit("the Leasewarden agent " + hello.get("version") + " speaks version " + spoken
                    + " of the test protocol, but leasewarden-junit speaks version " + PROTOCOL);
        }
        return new Search(agent, "", false);
    }

    private static Search unfit(String problem) {
        return new Search(null, problem + "; use the agent and leasewarden-junit of the same release", false);
    }

    private static @Nullable Class<?> type(String name, @Nullable ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /** A test begins; returns its number. */
    long begin(long parent) {
        Object test = answer(Map.of("ask", "begin", "parent", parent)).get("test");
        if (test instanceof Long) {
            return (Long) test;
        }
        throw new IllegalStateException("the Leasewarden agent gave a test no number: " + test);
    }

    /** The current thread works for a test, until {@link #leave}. */
    void enter(long test) {
        answer(Map.of("ask", "enter", "test", test));
    }

    void leave() {
        answer(Map.of("ask", "leave"));
    }

    void takeOver(long from, long test) {
        answer(Map.of("ask", "take-over", "from", from, "test", test));
    }

    List<Left> leftOpen(long test) {
        return Left.of(answer(Map.of("ask", "left-open", "test", test)));
    }

    void end(long test) {
        answer(Map.of("ask", "end", "test", test));
    }

    List<Left> unattributed() {
        return Left.of(answer(Map.of("ask", "unattributed")));
    }

    /** @throws IllegalStateException with a sentence, if the agent has no answer */
    private Map<String, Object> answer(Map<String, Object> question) {
        Map<String, Object> answer = invoke(question);
        if (answer == null) {
            throw new IllegalStateException("the Leasewarden agent was switched off while tests ran");
        }
        if (answer.containsKey("error")) {
            throw new IllegalStateException("the Leasewarden agent did not understand leasewarden-junit: "
                    + answer.get("error") + "; use both of the same release");
        }
        return answer;
    }

    @SuppressWarnings("unchecked") // what AgentAnswers.ask is declared to return
    private @Nullable Map<String, Object> invoke(Map<String, Object> question) {
        try {
            return (Map<String, Object>) ask.invoke(null, question);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the Leasewarden agent failed to answer: " + e.getCause(), e);
        }
    }
}
