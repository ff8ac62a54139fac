/**
 * {@code java -jar leasewarden-fleet.jar}: puts the leak reports of many JVMs into one graph in Neo4j and asks it which site leaks in most of them, what
 * version brought it and what fixed it. It runs outside the observed JVMs. The graph's model is in {@code docs/fleet.md}.
 */
@NullMarked
package io.github.leasewarden.fleet;

import org.jspecify.annotations.NullMarked;
