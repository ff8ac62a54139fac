package io.github.leasewarden.core.cli;

import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out its result, and nothing else: a pipe may read it
 * @param err why there is no result
 */
record Console(PrintWriter out, PrintWriter err) {}
