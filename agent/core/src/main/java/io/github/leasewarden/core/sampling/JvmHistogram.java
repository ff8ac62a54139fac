package io.github.leasewarden.core.sampling;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's {@code GC.class_histogram}. Handed to the JVM directly, because asking the platform's MBean server would create it, and
 * application servers insist on doing that; and because the MBean offers no commands at all where the module {@code jdk.jfr} is missing. Only
 * where that is not possible the server is asked, if it may be used.
 */
public final class JvmHistogram implements ClassHistogram.Command {
    /** Its initialiser loads the native library. */
    private static final String LIBRARY_LOADER = "com.sun.management.internal.PlatformMBeanProviderImpl";

    private static final String BEAN = "com.sun.management.internal.DiagnosticCommandImpl";

    /** How the collectors that follow references are called among the memory managers. */
    private static final Pattern FOLLOWS_REFERENCES = Pattern.compile("(ZGC|Shenandoah).*");

    private static final String STOPS_TO_COLLECT = "-XX:-ExplicitGCInvokesConcurrent";

    private final boolean followsReferences = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .anyMatch(
                    collector -> FOLLOWS_REFERENCES.matcher(collector.getName()).matches());
    private final Consumer<Class<?>> opener;
    private final BooleanSupplier serverMayBeUsed;
    private @Nullable Object bean;
    private @Nullable Method execute;
    private boolean unreachable;
    private boolean heldUp;
    private boolean collected;

    /**
     * @param opener opens the package of a class to the agent
     * @param serverMayBeUsed see {@link PlatformServer#mayBeUsed}
     */
    public JvmHistogram(Consumer<Class<?>> opener, BooleanSupplier serverMayBeUsed) {
        this.opener = opener;
        this.serverMayBeUsed = serverMayBeUsed;
    }

    @Override
    public void prepare() {
        if (execute != null || unreachable) {
            return;
        }
        try {
            Class.forName(LIBRARY_LOADER);
            Class<?> type = Class.forName(BEAN);
            opener.accept(type);
            Method get = type.getDeclaredMethod("getDiagnosticCommandMBean");
            get.setAccessible(true);
            Method found = type.getDeclaredMethod("executeDiagnosticCommand", String.class);
            found.setAccessible(true);
            bean = get.invoke(null);
            execute = found;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError differsInThisJvm) {
            unreachable = true;
        }
    }

    @Override
    public boolean followsReferences() {
        return followsReferences;
    }

    /** {@code System.gc()} is a cycle beside the application on these collectors, unless Shenandoah was told otherwise. */
    @Override
    public boolean collect() {
        if (ManagementFactory.getRuntimeMXBean().getInputArguments().contains(STOPS_TO_COLLECT)) {
            return false;
        }
        long before = collections(any -> true);
        System.gc();
        return collections(any -> true) > before;
    }

    private static long collections(Predicate<String> collectors) {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> collectors.test(collector.getName()))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /**
     * Before 22 (G1) and 25 the JVM cannot collect while a thread is in a critical section of native code, which those that compress nearly always are. A
     * live histogram then counts garbage, and the JVM says so on standard output. So once that has happened, a collection is asked for by itself.
     */
    @Override
    public String run(boolean live) throws JMException {
        long before = collections(Reach::full);
        if (live && heldUp) {
            System.gc();
        }
        String text = execute(live && !heldUp);
        collected = collections(Reach::full) > before;
        heldUp |= live && !collected;
        return text;
    }

    @Override
    public boolean collected() {
        return collected;
    }

    private String execute(boolean live) throws JMException {
        if (execute != null) {
            try {
                return String.valueOf(execute.invoke(bean, live ? "GC.class_histogram" : "GC.class_histogram -all"));
            } catch (ReflectiveOperationException failed) {
                throw (JMException)
                        new JMException("GC.class_histogram failed: " + failed.getCause()).initCause(failed);
            }
        }
        if (!serverMayBeUsed.getAsBoolean()) {
            throw new JMException("it needs the platform's MBean server, which the application did not start yet");
        }
        return String.valueOf(ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {live ? new String[0] : new String[] {"-all"}},
                        new String[] {String[].class.getName()}));
    }
}
