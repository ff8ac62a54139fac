package io.github.leasewarden.core.sampling;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's {@code GC.class_histogram}. Called on the MBean itself, because asking the platform's MBean server would create it, and
 * application servers insist on doing that; only where the MBean cannot be reached is the server asked, if it may be used.
 */
public final class JvmHistogram implements ClassHistogram.Command {
    private static final String BEAN = "com.sun.management.internal.DiagnosticCommandImpl";
    /** Its initialiser loads the native library. */
    private static final String LIBRARY_LOADER = "com.sun.management.internal.PlatformMBeanProviderImpl";

    private static final String OPERATION = "gcClassHistogram";
    private static final String[] SIGNATURE = {String[].class.getName()};

    private final Consumer<Class<?>> opener;
    private final BooleanSupplier serverMayBeUsed;
    private @Nullable DynamicMBean bean;
    private boolean unreachable;

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
        if (bean == null && !unreachable) {
            try {
                Class.forName(LIBRARY_LOADER);
                Class<?> type = Class.forName(BEAN);
                opener.accept(type);
                Method get = type.getDeclaredMethod("getDiagnosticCommandMBean");
                get.setAccessible(true);
                DynamicMBean found = (DynamicMBean) get.invoke(null);
                found.getMBeanInfo(); // makes it look up the JVM's commands, once
                bean = found;
            } catch (ReflectiveOperationException | RuntimeException | LinkageError differsInThisJvm) {
                unreachable = true;
            }
        }
    }

    @Override
    public String run(boolean live) throws JMException {
        Object[] arguments = {live ? new String[0] : new String[] {"-all"}};
        if (bean != null) {
            return String.valueOf(bean.invoke(OPERATION, arguments, SIGNATURE));
        }
        if (!serverMayBeUsed.getAsBoolean()) {
            throw new JMException("it needs the platform's MBean server, which the application did not start yet");
        }
        return String.valueOf(ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), OPERATION, arguments, SIGNATURE));
    }
}
