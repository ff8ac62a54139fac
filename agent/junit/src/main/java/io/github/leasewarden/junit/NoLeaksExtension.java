package io.github.leasewarden.junit;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Fails a test that leaves a lease open. Registered by {@link NoLeaks} or {@link LeakBudget}, or for all tests with
 * {@code junit.jupiter.extensions.autodetection.enabled=true}. Keeps no state of its own: JUnit makes one for each place it is
 * registered at. Thread-safe.
 */
public final class NoLeaksExtension
        implements BeforeEachCallback, AfterEachCallback, AfterAllCallback, InvocationInterceptor {

    /** For JUnit. */
    public NoLeaksExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        Run run = Run.of(context);
        run.demandAgent();
        Agent agent = run.agent();
        if (agent == null || known(context) != null) {
            return;
        }
        Scope scope = new Scope(agent, classScope(context, agent).id());
        store(context).put(key(context), scope);
        context.getTestInstances().ifPresent(instances -> {
            for (Object instance : instances.getAllInstances()) {
                Long constructor = run.takeConstructed(instance);
                if (constructor != null) {
                    agent.takeOver(constructor, scope.id());
                }
            }
        });
        scope.enter();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Scope scope = known(context);
        if (scope != null) {
            scope.leave();
            check(scope, context, nameOf(context));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Scope scope = known(context);
        if (scope != null) {
            check(
                    scope,
                    context,
                    context.getRequiredTestClass().getSimpleName() + ", outside of its tests or in @BeforeAll,");
        }
    }

    /** {@code FeedTest.reads()}, and what is displayed for it if that says more, such as a repetition. */
    private static String nameOf(ExtensionContext test) {
        String method = test.getRequiredTestMethod().getName();
        String displayed = test.getDisplayName();
        return test.getRequiredTestClass().getSimpleName() + "." + method + "()"
                + (displayed.startsWith(method + "(") ? "" : " \"" + displayed + '"');
    }

    private static void check(Scope scope, ExtensionContext context, String where) {
        Options options = Run.of(context).options();
        Tolerance tolerance = Tolerance.of(context, options.allow());
        // a test that failed already is not worth the wait
        boolean failed = context.getExecutionException().isPresent();
        List<Left> left = scope.leftOpen(tolerance, failed ? Duration.ZERO : options.drain());
        scope.close();
        store(context).remove(key(context));
        if (!left.isEmpty()) {
            throw LeakedLeasesError.of(where, left, tolerance);
        }
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        Run run = Run.of(context);
        Agent agent = run.agent();
        if (agent == null) {
            return invocation.proceed();
        }
        Scope type = classScope(context, agent);
        if (context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_CLASS) {
            return type.within(invocation::proceed);
        }
        Scope scope = new Scope(agent, type.id());
        try {
            T instance = scope.within(invocation::proceed);
            run.constructed(instance, scope.id());
            return instance;
        } catch (Throwable failed) {
            scope.close();
            throw failed;
        }
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        inClass(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        inClass(invocation, context);
    }

    /** JUnit may run tests of other classes on this thread between two of these. */
    private static void inClass(Invocation<@Nullable Void> invocation, ExtensionContext context) throws Throwable {
        Agent agent = Run.of(context).agent();
        if (agent == null) {
            invocation.proceed();
        } else {
            classScope(context, agent).within(invocation::proceed);
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onItsThread(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onItsThread(invocation, context);
    }

    /** {@code @Timeout} may run the method on another thread than its set-up. */
    private static void onItsThread(Invocation<@Nullable Void> invocation, ExtensionContext context) throws Throwable {
        Scope scope = known(context);
        if (scope == null || scope.isOn()) {
            invocation.proceed();
        } else {
            scope.within(invocation::proceed);
        }
    }

    /** The scope of the class a test is in, part of that of the class around it. */
    private static Scope classScope(ExtensionContext context, Agent agent) {
        ExtensionContext type = typeOf(context);
        return store(type).getOrComputeIfAbsent(key(type), key -> new Scope(agent, parentOf(type, agent)), Scope.class);
    }

    private static long parentOf(ExtensionContext type, Agent agent) {
        Optional<ExtensionContext> around =
                type.getParent().filter(parent -> parent.getTestClass().isPresent());
        return around.isPresent() ? classScope(around.get(), agent).id() : 0;
    }

    private static ExtensionContext typeOf(ExtensionContext context) {
        ExtensionContext type = context;
        while (type.getTestMethod().isPresent() && type.getParent().isPresent()) {
            type = type.getParent().get();
        }
        return type;
    }

    private static @Nullable Scope known(ExtensionContext context) {
        return store(context).get(key(context), Scope.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(Run.NAMESPACE);
    }

    /** Stores look into those of their parents, too. */
    private static String key(ExtensionContext context) {
        return context.getUniqueId();
    }
}
