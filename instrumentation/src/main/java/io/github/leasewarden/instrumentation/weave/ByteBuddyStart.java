package io.github.leasewarden.instrumentation.weave;

import net.bytebuddy.ByteBuddy;

/** Initialises our own, isolated copy of Byte Buddy. */
final class ByteBuddyStart {
    private static final String SAFE = "net.bytebuddy.safe";

    private ByteBuddyStart() {}

    /**
     * On JDK 24+ Byte Buddy's static initialisers touch {@code sun.misc.Unsafe} and the JVM prints a warning, unless this property is set
     * while they run. It is read once and put back, so that an application's own Byte Buddy never sees it.
     */
    static void initialise() {
        String before = System.getProperty(SAFE);
        System.setProperty(SAFE, "true");
        try {
            Class.forName(
                    "net.bytebuddy.dynamic.loading.ClassInjector$UsingUnsafe",
                    true,
                    ByteBuddyStart.class.getClassLoader());
            new ByteBuddy();
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException("Byte Buddy is missing from the agent's jar", e);
        } finally {
            if (before == null) {
                System.clearProperty(SAFE);
            } else {
                System.setProperty(SAFE, before);
            }
        }
    }
}
