package io.github.leasewarden.core.lease;

import io.github.leasewarden.thread.AgentThread;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The hook calls that tie other objects to a lease: what was derived from its handle, and what must be released with it. Application
 * threads; no locks.
 */
final class Links {
    private final Carried carried;

    Links(Carried carried) {
        this.carried = carried;
    }

    void derived(Object held, boolean keepsParent, Object parent, Object child) {
        Lease lease = ofApplication(held);
        if (lease == null) {
            return;
        }
        Object link = lease;
        if (keepsParent) {
            link = held instanceof Kept ? held : kept(lease, parent);
        }
        if (child instanceof CompletionStage) {
            ((CompletionStage<?>) child).whenComplete(new StageChild(link, carried));
        } else {
            carried.link(child, link);
        }
    }

    private static Kept kept(Lease lease, Object parent) {
        Object handle = lease.get();
        return new Kept(lease, handle == null ? parent : handle, lease.subject());
    }

    void acquired(Object held, Object value) {
        Lease lease = ofApplication(held);
        if (lease == null) {
            return;
        }
        if (value instanceof CompletionStage) {
            ((CompletionStage<?>) value).whenComplete(new StageValue(lease));
        } else {
            lease.hold(value);
        }
    }

    /** The lease, unless it is our own thread that does something to it. */
    private @Nullable Lease ofApplication(Object held) {
        return AgentThread.isCurrent() ? null : carried.lease(held);
    }
}
