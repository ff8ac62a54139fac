package io.github.leasewarden.reports;

/**
 * What the other modes would have released by now, so that a stricter one can be tried on paper first.
 *
 * @param guard leases that mode {@code guard} would have expired
 * @param strict leases that mode {@code strict} would have expired
 */
public record WouldExpire(long guard, long strict) {

    /** Nothing to expire in any mode. */
    public static final WouldExpire NOTHING = new WouldExpire(0, 0);
}
