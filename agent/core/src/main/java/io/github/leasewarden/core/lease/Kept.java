package io.github.leasewarden.core.lease;

/**
 * What a derived object carries in its field: its parent's handle, so that the parent cannot look abandoned while the child is in use, and the
 * lease both belong to.
 *
 * @param lease the lease
 * @param parent the handle, held strongly
 */
record Kept(Lease lease, Object parent) {}
