/**
 * Sends metrics and leak reports to an OpenTelemetry collector: {@code leasewarden-otlp.jar}, loaded by the agent into a loader of its own when
 * {@code otlp.jar} names it. The SDK in it is private: it is never the application's, nor that of another agent.
 */
package io.github.leasewarden.otlp;
