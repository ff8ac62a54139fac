/**
 * The boundary to an exporter in a jar of its own, such as {@code leasewarden-otlp.jar}: what it is given, and what it is asked. Such a jar
 * sees this package, the report's records, the metrics' snapshots and {@code AgentThread}; nothing of the agent depends on what is in it.
 */
package io.github.leasewarden.core.export;
