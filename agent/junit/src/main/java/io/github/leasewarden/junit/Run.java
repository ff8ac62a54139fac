package io.github.leasewarden.junit;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One run of a test plan: finds the agent, says once if there is none, and lists once at the end what could not be attributed. Thread-safe.
 */
@SuppressWarnings(
        "deprecation") // JUnit before 5.13 closes a CloseableResource only, later ones prefer an AutoCloseable
final class Run implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    static final Namespace NAMESPACE = Namespace.create(Run.class);

    private final Options options;
    private final Agent.Search search;
    private final Tolerance everywhere;
    /** What constructors opened, until their test begins. */
    private final ConcurrentHashMap<Same, Long> constructed = new ConcurrentHashMap<>();

    /** An object by identity: test classes may define {@code equals}. */
    private record Same(Object object) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Same && ((Same) other).object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    private Run(ExtensionContext root) {
        this.options = Options.read(root::getConfigurationParameter);
        this.search = Agent.find();
        this.everywhere = Tolerance.of(options.allow());
        if (search.agent() == null) {
            System.err.println("[leasewarden] " + search.problem());
        }
    }

    static Run of(ExtensionContext context) {
        ExtensionContext root = context.getRoot();
        return root.getStore(NAMESPACE).getOrComputeIfAbsent(Run.class, key -> new Run(root), Run.class);
    }

    Options options() {
        return options;
    }

    /** Null if nothing can be checked and that is no failure. */
    @Nullable
    Agent agent() {
        return search.agent();
    }

    /** @throws IllegalStateException if there is an agent that cannot be asked, or none although one is demanded */
    void demandAgent() {
        if (search.agent() == null && (options.failWithoutAgent() || !search.missing())) {
            throw new IllegalStateException(search.problem());
        }
    }

    /** An instance of a test class was made in a scope of its own. */
    void constructed(Object instance, long scope) {
        constructed.put(new Same(instance), scope);
    }

    /** The scope in which an instance was made, once; or null. */
    @Nullable
    Long takeConstructed(Object instance) {
        return constructed.remove(new Same(instance));
    }

    @Override
    public void close() {
        Agent agent = search.agent();
        if (agent == null) {
            return;
        }
        constructed.values().forEach(agent::end);
        List<Left> unknown = everywhere.tooMuch(agent.unattributed());
        if (unknown.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("[leasewarden] left open by a test, but it cannot be told which one,"
                + " because the thread that opened it works for more than one; no test fails for it:");
        for (Left lease : unknown) {
            text.append("\n[leasewarden]   ").append(lease.count()).append(' ').append(lease.kind());
            text.append(" (").append(lease.rule()).append(") opened at ").append(lease.line());
        }
        System.err.println(text);
    }
}
