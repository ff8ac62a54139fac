package io.github.leasewarden.core;

import io.github.leasewarden.core.lease.Expirer;
import io.github.leasewarden.core.stream.Streams;
import io.github.leasewarden.hooks.AgentAnswers;
import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.instrumentation.weave.Weaver;
import io.github.leasewarden.reports.SwitchedOff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the agent out of a running application: hooks stop at once, expiry stops, and woven classes get their own code back. The
 * injected fields stay, empty of meaning. Asked for by {@link #off} or by a file named {@code off} in the report directory. There is no
 * way back in the same JVM. Thread-safe.
 */
final class OffSwitch {
    private final Path file;
    private final Weaver weaver;
    private final Expirer expirer;
    private final Streams streams;
    private final Clock wallClock;
    private final Consumer<String> tell;
    private final AtomicReference<@Nullable SwitchedOff> state = new AtomicReference<>();

    OffSwitch(Path reportDir, Weaver weaver, Expirer expirer, Streams streams, Clock wallClock, Consumer<String> tell) {
        this.file = reportDir.resolve("off");
        this.weaver = weaver;
        this.expirer = expirer;
        this.streams = streams;
        this.wallClock = wallClock;
        this.tell = tell;
    }

    boolean isOff() {
        return state.get() != null;
    }

    /** Since when the agent is off and why, or null while it works. */
    @Nullable
    SwitchedOff state() {
        return state.get();
    }

    /** Looks for the file. Returns whether the agent is off. */
    boolean look() {
        if (!isOff() && Files.exists(file)) {
            off("the file off in the report directory");
        }
        return isOff();
    }

    /**
     * Switches off; the second call does nothing.
     *
     * @param reason what asked for it, as in "switched off by …"
     */
    void off(String reason) {
        if (state.compareAndSet(null, new SwitchedOff(wallClock.instant(), reason))) {
            LeaseHooks.uninstall();
            AgentAnswers.answerWith(null);
            expirer.close();
            streams.letGo(tell);
            int restored = weaver.uninstall();
            tell.accept("switched off: hooks stopped, " + restored + " classes restored");
        }
    }
}
