/**
 * Verdicts: pure functions of immutable evidence. No clock, no I/O, no state; the same evidence always gives the same verdict.
 *
 * <p>One witness is {@code growing}; {@code leak} needs two independent ones, because caches really do grow and no heap trend
 * alone can clear them.
 */
@NullMarked
package io.github.leasewarden.core.detection;

import org.jspecify.annotations.NullMarked;
