package io.github.leasewarden.core.inspection;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Classes whose instances are let go of only after a collection has found something gone: references that come back through a queue, what has a
 * {@code finalize} of its own, the actions a {@code Cleaner} runs. However many there are at a census, some are merely due. Mutable while classes are
 * read; one thread.
 */
final class CollectedLater {
    private static final String LAMBDA = "$$Lambda";
    private static final String REFERENCES = "java/lang/ref/";

    private final Set<String> queued = new HashSet<>();
    private final Set<String> finalized = new HashSet<>();
    private final Set<String> runnable = new HashSet<>();
    private final Set<String> actions = new HashSet<>();
    private boolean polled;

    /** Its constructor hands a queue on to that of its superclass. */
    void queued(String internalName) {
        queued.add(internalName);
    }

    void finalized(String internalName) {
        finalized.add(internalName);
    }

    void runnable(String internalName) {
        runnable.add(internalName);
    }

    /** @param made what was made or taken from a field where a cleaning action was registered; those of it that can be run may be the action */
    void registered(Set<String> made) {
        actions.addAll(made);
    }

    /** A lambda that can be run was made there. */
    void registeredLambdaOf(String owner) {
        actions.add(owner + LAMBDA);
    }

    /** Something is taken from a reference queue: without that, nothing ever goes. */
    void polled() {
        polled = true;
    }

    /** @param superclass of a class of the application, null of others */
    boolean includes(String internalName, UnaryOperator<@Nullable String> superclass) {
        int lambda = internalName.indexOf(LAMBDA);
        if (lambda >= 0 && actions.contains(internalName.substring(0, lambda) + LAMBDA)) {
            return true;
        }
        boolean queue = internalName.startsWith(REFERENCES); // of the JDK's own one does not see whether they have one
        for (String type = internalName; type != null; type = superclass.apply(type)) {
            if (finalized.contains(type) || (runnable.contains(type) && actions.contains(internalName))) {
                return true;
            }
            queue |= queued.contains(type);
            if (type.startsWith(REFERENCES)) {
                return queue && polled;
            }
        }
        return false;
    }
}
