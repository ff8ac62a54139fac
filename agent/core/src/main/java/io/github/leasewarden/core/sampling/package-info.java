/**
 * What the JVM shows about its memory, as immutable records: heap after garbage collections, class counts, memory outside the
 * heap. Nothing here judges; {@code detection} does. Figures quoted in this package come from JDK 17.0.15 and 25.0.3.
 */
@NullMarked
package io.github.leasewarden.core.sampling;

import org.jspecify.annotations.NullMarked;
