package io.github.leasewarden.core.lease;

import io.github.leasewarden.thread.AgentThread;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asked for what a library opened on a thread of its own: the application's line that was handed it is its site. Application
 * threads; no locks.
 */
final class HandOuts {
    private final Carried carried;
    private final Sites sites;
    /** Null unless a test extension asked which test opens what. */
    private volatile @Nullable TestScopes tests;

    HandOuts(Carried carried, Sites sites) {
        this.carried = carried;
        this.sites = sites;
    }

    void attributeTo(TestScopes scopes) {
        tests = scopes;
    }

    /** @param handle the handle, or a stage of it */
    void handedOut(RuleState rule, Object handle) {
        boolean later = handle instanceof CompletionStage;
        if (AgentThread.isCurrent() || (!later && !isOpenedByLibrary(carried.lease(handle)))) {
            return;
        }
        Site site = sites.here(rule);
        TestScopes watching = tests;
        TestScope test = watching == null ? null : watching.current();
        if (later) {
            ((CompletionStage<?>) handle).whenComplete(new StageHandedOut(this, site, test));
        } else {
            handedOut(handle, site, test);
        }
    }

    /** What a library made on a thread of its own was asked for at this site. */
    void handedOut(Object handle, Site site, @Nullable TestScope test) {
        Lease lease = carried.lease(handle);
        if (lease != null && isOpenedByLibrary(lease) && site.isOfApplication()) {
            lease.site().opened.add(-1);
            lease.moveTo(site);
            site.opened(handle);
            TestScopes watching = tests;
            if (watching != null) {
                watching.moveTo(test, lease);
            }
        }
    }

    private static boolean isOpenedByLibrary(@Nullable Lease lease) {
        return lease != null && lease.isOpen() && !lease.site().isOfApplication();
    }
}
