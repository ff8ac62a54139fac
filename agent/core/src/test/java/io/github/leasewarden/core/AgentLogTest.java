package io.github.leasewarden.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentLogTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long now = Long.MAX_VALUE - Duration.ofSeconds(55).toNanos();
    private final AgentLog log = new AgentLog(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> now);

    @Test
    void everyLineCarriesOurNameAndIsOneLine() {
        log.line("first\nsecond\r\nthird");
        assertThat(told()).containsExactly("[leasewarden] first second third");
    }

    @Test
    void theSameLineIsToldOnceAMinute() {
        log.line("again");
        pass(59);
        log.line("again");
        log.line("other");
        assertThat(told()).hasSize(2);
        pass(1);
        log.line("again");
        assertThat(told()).hasSize(3);
    }

    @Test
    void aMinuteIsCountedFromTheLineAndNotFromTheClock() {
        log.line("start");
        pass(50);
        log.line("late");
        pass(20);
        log.line("late");
        assertThat(told()).hasSize(2);
    }

    @Test
    void aFloodEndsAtTheLimitAndStartsAnewAfterAMinute() {
        for (int i = 0; i < 1000; i++) {
            log.line("line " + i);
        }
        assertThat(told()).hasSize(120);
        pass(61);
        log.line("after");
        assertThat(told()).hasSize(121).last().isEqualTo("[leasewarden] after");
    }

    /** {@link System#nanoTime()} may be zero, negative, or pass its largest value. */
    @Test
    void anyOriginOfTheClockWillDo() {
        for (long origin : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            bytes.reset();
            now = origin;
            AgentLog other = new AgentLog(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> now);
            for (int i = 0; i < 400; i++) {
                other.line("line " + i / 2);
                now += 1000;
            }
            assertThat(told()).hasSize(120);
        }
    }

    private void pass(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    private List<String> told() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
