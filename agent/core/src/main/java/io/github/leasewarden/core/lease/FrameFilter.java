package io.github.leasewarden.core.lease;

import java.util.List;

/** Tells the application's own frames from those of the JDK, of libraries and of the agent. */
public final class FrameFilter {
    /** Class name prefixes; code in them opens things on somebody else's behalf. */
    private static final String[] FRAMEWORKS = {
        "java.",
        "javax.",
        "jdk.",
        "sun.",
        "com.sun.",
        "jakarta.",
        "kotlin.",
        "kotlinx.",
        "scala.",
        "reactor.",
        "io.reactivex.",
        "rx.",
        "org.reactivestreams.",
        "io.netty.",
        "io.vertx.",
        "io.micrometer.",
        "io.opentelemetry.",
        "org.springframework.",
        "org.glassfish.",
        "org.apache.",
        "org.eclipse.jetty.",
        "io.undertow.",
        "org.jboss.",
        "org.xnio.",
        "org.hibernate.",
        "com.google.common.",
        "okhttp3.",
        "org.neo4j.driver.",
        "org.neo4j.ogm.",
        "org.junit."
    };

    private FrameFilter() {}

    static boolean isAgent(String className) {
        return className.startsWith("io.github.leasewarden.core.")
                || className.startsWith("io.github.leasewarden.instrumentation.")
                || className.startsWith("java.lang.Leasewarden")
                || className.startsWith("io.github.leasewarden.hooks.");
    }

    /** @param libraryPackages further prefixes that are not the application's */
    public static boolean isApplication(String className, List<String> libraryPackages) {
        for (String prefix : FRAMEWORKS) {
            if (className.startsWith(prefix)) {
                return false;
            }
        }
        for (int i = 0; i < libraryPackages.size(); i++) {
            if (className.startsWith(libraryPackages.get(i))) {
                return false;
            }
        }
        return !isAgent(className);
    }
}
