package io.github.leasewarden.premain;

import java.lang.instrument.Instrumentation;

/** Where the JVM enters the agent. Whatever happens here, the application starts. */
public final class Premain {
    private static final String HOOKS = "java.lang.LeasewardenHooks";

    private Premain() {}

    /** Called by {@code -javaagent}. */
    public static void premain(String argument, Instrumentation instrumentation) {
        start(argument, instrumentation);
    }

    /** Called when attached to a running JVM. */
    public static void agentmain(String argument, Instrumentation instrumentation) {
        start(argument, instrumentation);
    }

    private static void start(String argument, Instrumentation instrumentation) {
        try {
            if (isJdkTool(System.getProperty("sun.java.command"), System.getProperty("jdk.module.main"))) {
                return;
            }
            if (isAttached()) {
                System.err.println("[leasewarden] attached twice; the first one stays, this one does nothing");
                return;
            }
            ClassLoader loader = IsolatedLoader.create();
            loader.loadClass("io.github.leasewarden.core.HookDefiner")
                    .getMethod("define", Instrumentation.class)
                    .invoke(null, instrumentation);
            loader.loadClass("io.github.leasewarden.core.AgentMain")
                    .getMethod("start", String.class, Instrumentation.class)
                    .invoke(null, argument, instrumentation);
        } catch (Throwable error) {
            Throwable cause = error.getCause() == null ? error : error.getCause();
            System.err.println("[leasewarden] could not start, the application runs without it: " + cause);
        }
    }

    private static boolean isAttached() {
        try {
            Class.forName(HOOKS, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * Whether this JVM is javac, jcmd, keytool or the like: {@code JAVA_TOOL_OPTIONS} reaches them too, and they must see nothing of us.
     * A source file launched by {@code java File.java} is an application although it runs in a JDK module.
     */
    static boolean isJdkTool(String command, String mainModule) {
        if (mainModule == null || (!mainModule.startsWith("jdk.") && !mainModule.startsWith("java."))) {
            return false;
        }
        return command == null || !command.contains("com.sun.tools.javac.launcher.");
    }
}
