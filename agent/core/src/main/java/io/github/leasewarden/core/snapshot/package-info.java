/** Pictures of the heap that an operator asks for: class histograms and their differences, heap dumps, allocation profiles. */
@NullMarked
package io.github.leasewarden.core.snapshot;

import org.jspecify.annotations.NullMarked;
