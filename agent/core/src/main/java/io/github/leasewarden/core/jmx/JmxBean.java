package io.github.leasewarden.core.jmx;

import io.github.leasewarden.core.report.Observation;
import io.github.leasewarden.core.sampling.PlatformServer;
import io.github.leasewarden.thread.AgentThread;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Registers the MBean as soon as that takes nothing from the application, see {@link PlatformServer}. Tries at every observation until
 * then, registers once, on a thread of its own: what an application's log manager does at its start is not known.
 */
public final class JmxBean implements Consumer<Observation> {
    public static final String NAME = "io.github.leasewarden:type=Leasewarden";

    private final Supplier<@Nullable Observation> newest;
    private final BooleanSupplier off;
    private final Runnable switchOff;
    private final Duration patience;
    private final Consumer<String> tell;
    private final Consumer<String> note;
    private boolean tried;

    /**
     * @param patience how long the application may take to start; {@code heap.warmup}
     * @param tell a line for the operator
     * @param note how things stand, for whoever asks
     */
    public JmxBean(
            Supplier<@Nullable Observation> newest,
            BooleanSupplier off,
            Runnable switchOff,
            Duration patience,
            Consumer<String> tell,
            Consumer<String> note) {
        this.newest = newest;
        this.off = off;
        this.switchOff = switchOff;
        this.patience = patience;
        this.tell = tell;
        this.note = note;
        note.accept("the MBean " + NAME + " waits until the application starts the platform's MBean server, or for "
                + patience.toSeconds() + " s");
    }

    @Override
    public void accept(Observation seen) {
        Duration up = Duration.ofNanos(seen.evidence().uptimeNanos());
        if (!tried && PlatformServer.mayBeUsed(up, patience)) {
            tried = true;
            new AgentThread("jmx", () -> register(seen)).start();
        }
    }

    private void register(Observation first) {
        Supplier<Observation> seen = () -> {
            Observation latest = newest.get();
            return latest == null ? first : latest;
        };
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .registerMBean(new LeasewardenBean(seen, off, switchOff), new ObjectName(NAME));
            note.accept("the MBean " + NAME + " is registered");
        } catch (JMException | RuntimeException | LinkageError e) {
            note.accept("the MBean " + NAME + " could not be registered: " + e);
            tell.accept("the MBean " + NAME + " could not be registered: " + e);
        }
    }
}
