package io.github.leasewarden.core;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;

/**
 * Defines the hook types into {@code java.lang}, where every class loader and module sees them.
 *
 * <p>Rejected: appending a jar to the boot search path. It prints a JVM warning, loses application class-data sharing, and named modules
 * would not read it. {@code java.lang} is opened to our isolated loader's own unnamed module only, never to the application's.
 *
 * <p>THIS CLASS MUST NOT MENTION THE HOOK TYPES: they do not exist until it has run.
 */
public final class HookDefiner {
    private static final String[] TYPES = {
        "java/lang/LeasewardenHooks$Sink",
        "java/lang/LeasewardenHooks",
        "java/lang/LeasewardenStreamHooks$Sink",
        "java/lang/LeasewardenStreamHooks",
        "java/lang/LeasewardenConnectHooks$Sink",
        "java/lang/LeasewardenConnectHooks",
        "java/lang/LeasewardenAnswers"
    };

    private HookDefiner() {}

    /**
     * Called once by premain, before any other class of this loader.
     *
     * @throws IOException if the jar lacks the hook types
     * @throws IllegalAccessException if the JVM refuses
     */
    public static void define(Instrumentation instrumentation) throws IOException, IllegalAccessException {
        instrumentation.redefineModule(
                Object.class.getModule(),
                Set.of(),
                Map.of(),
                Map.of("java.lang", Set.of(HookDefiner.class.getModule())),
                Set.of(),
                Map.of());
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
        for (String type : TYPES) {
            try (InputStream in = HookDefiner.class.getClassLoader().getResourceAsStream(type + ".class")) {
                if (in == null) {
                    throw new IOException(type + " is missing from the agent's jar");
                }
                lookup.defineClass(in.readAllBytes());
            }
        }
    }
}
