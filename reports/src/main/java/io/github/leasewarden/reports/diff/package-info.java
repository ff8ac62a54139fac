/** What changed between two or more looks at a program: pure functions of reports, and of whatever else can be made a {@code Profile}. */
@NullMarked
package io.github.leasewarden.reports.diff;

import org.jspecify.annotations.NullMarked;
