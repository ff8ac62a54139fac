package io.github.leasewarden.core;

import io.github.leasewarden.core.lease.Expirer;
import io.github.leasewarden.hooks.AgentAnswers;
import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.instrumentation.weave.Weaver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Takes the agent out of a running application: hooks stop at once, expiry stops, and woven classes get their own code back. The
 * injected fields stay, empty of meaning. Asked for by {@link #off()} or by a file named {@code off} in the report directory. There is no
 * way back in the same JVM. Thread-safe.
 */
final class OffSwitch {
    private final Path file;
    private final Weaver weaver;
    private final Expirer expirer;
    private final Consumer<String> tell;
    private final AtomicBoolean off = new AtomicBoolean();

    OffSwitch(Path reportDir, Weaver weaver, Expirer expirer, Consumer<String> tell) {
        this.file = reportDir.resolve("off");
        this.weaver = weaver;
        this.expirer = expirer;
        this.tell = tell;
    }

    boolean isOff() {
        return off.get();
    }

    /** Looks for the file. Returns whether the agent is off. */
    boolean look() {
        if (!off.get() && Files.exists(file)) {
            off();
        }
        return off.get();
    }

    /** Switches off; the second call does nothing. */
    void off() {
        if (off.compareAndSet(false, true)) {
            LeaseHooks.uninstall();
            AgentAnswers.answerWith(null);
            expirer.close();
            int restored = weaver.uninstall();
            tell.accept("switched off: hooks stopped, " + restored + " classes restored");
        }
    }
}
