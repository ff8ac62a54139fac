/**
 * The gate: a report and what is known already, compared by fingerprint, and the result for people, scripts and code hosts. Pure functions of
 * their arguments, except for reading and writing a baseline and looking for source files.
 */
@NullMarked
package io.github.leasewarden.reports.gate;

import org.jspecify.annotations.NullMarked;
