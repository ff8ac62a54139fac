package io.github.leasewarden.core.sampling;

import java.time.Duration;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * When the agent may touch the platform's MBean server. Whoever asks for it first creates it, and with it the log manager and the server's
 * builder that system properties name. Application servers set these properties in their main method, some of them late, and break
 * if somebody was faster (JBoss: "the LogManager was not properly installed"). So the agent waits until the server exists, or until
 * the application had its time to start and named nothing of its own.
 */
public final class PlatformServer {
    private PlatformServer() {}

    /** Whether somebody created it. Creates nothing. */
    public static boolean isRunning() {
        try {
            ObjectName runtime = new ObjectName("java.lang:type=Runtime");
            for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
                if (server.isRegistered(runtime)) {
                    return true;
                }
            }
            return false;
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Whether asking for it now takes nothing from the application.
     *
     * @param up how long the application runs
     * @param patience how long it may take to start; {@code heap.warmup}
     */
    public static boolean mayBeUsed(Duration up, Duration patience) {
        return isRunning() || (up.compareTo(patience) >= 0 && !hasPlansOfItsOwn());
    }

    private static boolean hasPlansOfItsOwn() {
        return System.getProperty("java.util.logging.manager") != null
                || System.getProperty("javax.management.builder.initial") != null;
    }
}
