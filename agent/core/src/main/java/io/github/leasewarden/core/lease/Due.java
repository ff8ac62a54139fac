package io.github.leasewarden.core.lease;

/**
 * A lease to release, and the evidence at the time it was decided.
 *
 * @param siteIdle how many leases of its site were idle past their TTL; for MAX_OPEN: how many of its parent were open
 * @param limit for MAX_OPEN: how many may be
 */
record Due(Lease lease, Cause cause, long siteIdle, long limit) {
    Due(Lease lease, Cause cause, long siteIdle) {
        this(lease, cause, siteIdle, 0);
    }

    /** Why, in words. Built only for what is really released. */
    String reason(int now) {
        Owner owner = lease.owner();
        Site site = lease.site();
        switch (cause) {
            case ABANDONED:
                return "its handle was collected unreleased, " + Sentences.span(now - lease.lastUse())
                        + " after its last use; so were " + site.abandoned.get() + " alike";
            case OWNER_CLOSED:
            case OWNER_COLLECTED:
                return "its owner, a " + (owner == null ? "?" : owner.className())
                        + (cause == Cause.OWNER_CLOSED ? ", was closed " : ", was collected ")
                        + Sentences.span(owner == null ? 0 : owner.goneFor(now)) + " ago; "
                        + site.ownersGone.get() + " owners left such leases behind";
            case AGE:
                return "it is " + Sentences.span(now - lease.openedAt()) + " old, the configured maximum";
            case MAX_OPEN:
                return "it is the longest idle that is safe to release, for " + Sentences.span(now - lease.lastUse())
                        + ", and " + siteIdle + " are open where " + limit + " may be";
            case SHUTDOWN:
                return "the JVM exits and it is idle for " + Sentences.span(now - lease.lastUse());
            default:
                return "it is idle for " + Sentences.span(now - lease.lastUse()) + ", " + siteIdle
                        + " alike of a site that opens more than it releases";
        }
    }
}
