/**
 * The commands of {@code java -jar leasewarden-agent.jar}: one small class each, run in a JVM of their own and never in a watched one.
 * Results go to standard output as plain lines or JSON, reasons for failure to standard error.
 */
@NullMarked
package io.github.leasewarden.core.cli;

import org.jspecify.annotations.NullMarked;
