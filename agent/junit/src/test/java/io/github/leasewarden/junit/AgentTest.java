package io.github.leasewarden.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentTest {
    /** An agent of our own version. */
    public static final class Speaking {
        public static Map<String, Object> ask(Map<String, Object> question) {
            switch (String.valueOf(question.get("ask"))) {
                case "hello":
                    return Map.of("protocol", Agent.PROTOCOL, "version", "0.1.0");
                case "begin":
                    return Map.of("test", 7L);
                case "left-open":
                    return Map.of(
                            "leases",
                            List.of(Map.of(
                                    "kind", "listener", "rule", "acme.bus", "count", 2L, "frames", List.of("a"))));
                default:
                    return Map.of("error", "the agent does not know the question");
            }
        }
    }

    /** An agent of a later version. */
    public static final class Later {
        public static Map<String, Object> ask(Map<String, Object> question) {
            return Map.of("protocol", 2, "version", "9.0");
        }
    }

    /** An agent that was switched off. */
    public static final class Silent {
        public static Map<String, Object> ask(Map<String, Object> question) {
            return null;
        }
    }

    /** An agent of before there were answers. */
    public static final class Mute {}

    @Test
    void withoutAnAgentTheSentenceSaysHowToAttachOne() {
        Agent.Search search = find("no.such.Type", "no.such.Type");
        assertThat(search.agent()).isNull();
        assertThat(search.missing()).isTrue();
        assertThat(search.problem()).contains("not attached").contains("-javaagent:leasewarden-agent.jar");
    }

    @Test
    void anAgentOlderThanTheExtensionIsNotAMissingOne() {
        Agent.Search older = find("no.such.Type", Mute.class.getName());
        assertThat(older.missing()).isFalse();
        assertThat(older.problem()).contains("older than leasewarden-junit").contains("of the same release");
        assertThat(find(Mute.class.getName(), Mute.class.getName()).problem()).contains("cannot answer");
    }

    @Test
    void anAgentOfAnotherProtocolIsNamedWithItsVersion() {
        Agent.Search later = find(Later.class.getName(), Mute.class.getName());
        assertThat(later.agent()).isNull();
        assertThat(later.missing()).isFalse();
        assertThat(later.problem())
                .isEqualTo("the Leasewarden agent 9.0 speaks version 2 of the test protocol, but leasewarden-junit"
                        + " speaks version 1; use the agent and leasewarden-junit of the same release");
    }

    @Test
    void anAgentThatWasSwitchedOffIsMissing() {
        Agent.Search off = find(Silent.class.getName(), Mute.class.getName());
        assertThat(off.missing()).isTrue();
        assertThat(off.problem()).contains("switched off");
    }

    @Test
    void answersAreRead() {
        Agent agent = find(Speaking.class.getName(), Mute.class.getName()).agent();
        assertThat(agent).isNotNull();
        assertThat(agent.begin(0)).isEqualTo(7);
        assertThat(agent.leftOpen(7)).containsExactly(new Left("listener", "acme.bus", 2, List.of("a")));
        assertThatThrownBy(() -> agent.end(7))
                .hasMessageContaining("does not know the question")
                .hasMessageContaining("of the same release");
    }

    private static Agent.Search find(String answers, String hooks) {
        return Agent.find(answers, hooks, AgentTest.class.getClassLoader());
    }
}
