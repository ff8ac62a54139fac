/**
 * The boundary to an exporter in a jar of its own, such as {@code leasewarden-otlp.jar}: what it is given, what it is asked, and the one request
 * with which anything of the agent leaves the JVM over HTTP. Such a jar sees this package, {@code AgentThread}, the report's records and the
 * metrics' snapshots; nothing of the agent depends on what is in it.
 */
package io.github.leasewarden.export;
