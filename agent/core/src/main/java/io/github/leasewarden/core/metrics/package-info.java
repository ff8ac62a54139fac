/**
 * The agent's figures in Prometheus' and OpenMetrics' text formats. Loaded with the first scrape; nobody else mentions the Prometheus
 * library.
 */
package io.github.leasewarden.core.metrics;
