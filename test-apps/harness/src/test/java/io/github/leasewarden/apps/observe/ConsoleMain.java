package io.github.leasewarden.apps.observe;

import java.lang.management.ManagementFactory;
import java.util.logging.LogManager;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** An application that looks for the agent's MBean in one way or another. */
public final class ConsoleMain {
    /** What application servers bring. */
    public static final class OwnLogManager extends LogManager {}

    private ConsoleMain() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "own-log-manager":
                ownLogManager();
                break;
            case "wait":
                // never asks for the platform's server itself
                System.out.println(attribute(waitForBean(), "Mode"));
                break;
            case "never":
                Thread.sleep(6_000);
                System.out.println(
                        "servers: " + MBeanServerFactory.findMBeanServer(null).size());
                break;
            default:
                switchOff();
        }
    }

    private static void ownLogManager() throws Exception {
        System.setProperty("java.util.logging.manager", OwnLogManager.class.getName());
        Thread.sleep(4_000);
        System.out.println(
                "servers: " + MBeanServerFactory.findMBeanServer(null).size());
        System.out.println(LogManager.getLogManager().getClass().getSimpleName());
        ManagementFactory.getPlatformMBeanServer();
        System.out.println(attribute(waitForBean(), "Verdict"));
    }

    private static void switchOff() throws Exception {
        ManagementFactory.getPlatformMBeanServer();
        MBeanServer server = waitForBean();
        System.out.println("watching: " + attribute(server, "Watching"));
        server.invoke(name(), "switchOff", new Object[0], new String[0]);
        System.out.println("watching: " + attribute(server, "Watching"));
    }

    private static Object attribute(MBeanServer server, String attribute) throws Exception {
        return server.getAttribute(name(), attribute);
    }

    private static ObjectName name() throws Exception {
        return new ObjectName("io.github.leasewarden:type=Leasewarden");
    }

    private static MBeanServer waitForBean() throws Exception {
        while (true) {
            for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
                if (server.isRegistered(name())) {
                    return server;
                }
            }
            Thread.sleep(100);
        }
    }
}
