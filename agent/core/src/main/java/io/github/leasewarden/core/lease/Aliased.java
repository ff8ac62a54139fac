package io.github.leasewarden.core.lease;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What a lease keeps whose handle is only the token of its life, not the object to release it through.
 *
 * @param alias that object, weakly: the token says whether it is in use
 * @param held what must be released with it, or null
 */
record Aliased(WeakReference<Object> alias, @Nullable Object held) {}
