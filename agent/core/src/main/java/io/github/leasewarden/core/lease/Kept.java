package io.github.leasewarden.core.lease;

import org.jspecify.annotations.Nullable;

/**
 * What a derived object carries in its field: the lease it belongs to, and strongly what that lease knows only weakly. So as long as the child is
 * in use, its parent neither looks abandoned nor can no longer be released.
 *
 * @param lease the lease
 * @param parent its handle
 * @param subject what it is released through, which is not always the handle; null if that is gone already
 */
record Kept(Lease lease, Object parent, @Nullable Object subject) {}
