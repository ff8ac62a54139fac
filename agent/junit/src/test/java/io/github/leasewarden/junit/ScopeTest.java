package io.github.leasewarden.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final AtomicInteger LOOKS = new AtomicInteger();

    /** An agent under which one listener is never released. */
    public static final class Leaking {
        public static Map<String, Object> ask(Map<String, Object> question) {
            if ("left-open".equals(question.get("ask"))) {
                LOOKS.incrementAndGet();
            }
            return AgentTest.Speaking.ask(question);
        }
    }

    @Test
    void howeverLongItWaitsItPausesBetweenLooks() {
        String agent = Leaking.class.getName();
        Scope scope = new Scope(
                Agent.find(agent, agent, ScopeTest.class.getClassLoader()).agent(), 0);
        AtomicLong nanos = new AtomicLong();
        List<Long> pauses = new ArrayList<>();
        LOOKS.set(0);

        List<Left> left = scope.leftOpen(Tolerance.of(List.of()), Duration.ofSeconds(3), nanos::get, millis -> {
            pauses.add(millis);
            nanos.addAndGet(Math.max(1, millis) * 1_000_000);
        });

        assertThat(left).hasSize(1);
        assertThat(pauses).allMatch(millis -> millis >= 1 && millis <= 20);
        assertThat(LOOKS).hasValueLessThan(200);
    }
}
