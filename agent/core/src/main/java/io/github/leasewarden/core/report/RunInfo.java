package io.github.leasewarden.core.report;

import io.github.leasewarden.core.lease.Mode;
import io.github.leasewarden.reports.AgentCost;
import io.github.leasewarden.reports.AgentInfo;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.ServiceInfo;
import io.github.leasewarden.reports.SwitchedOff;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What does not change while the JVM runs. The main class is read without its arguments: they may hold secrets.
 *
 * @param version of the agent
 */
public record RunInfo(String version, JvmInfo jvm, Clock wallClock) {

    /** @param service what this process is to its operators */
    public static RunInfo read(ServiceInfo service) {
        String collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
        JvmInfo jvm = new JvmInfo(
                ProcessHandle.current().pid(),
                System.getProperty("java.vm.version", "unknown"),
                collectors,
                mainClass(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                service);
        return new RunInfo(readVersion(), jvm, Clock.systemUTC());
    }

    /** The main class or jar, without its arguments. */
    public static String mainClass() {
        return System.getProperty("sun.java.command", "").split(" ", 2)[0];
    }

    /** The agent's own version. */
    public static String readVersion() {
        Properties build = new Properties();
        try (InputStream in = RunInfo.class.getResourceAsStream("/leasewarden-build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return build.getProperty("version", "unknown");
    }

    /** @param off since when and why the agent does nothing any more; null while it works */
    public AgentInfo agent(Mode mode, long uptimeNanos, AgentCost cost, @Nullable SwitchedOff off) {
        return new AgentInfo(version, mode.name().toLowerCase(Locale.ROOT), uptimeNanos / 1_000_000_000L, cost, off);
    }
}
