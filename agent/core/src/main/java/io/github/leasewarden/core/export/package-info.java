/** Finds the exporter in its jar, and hands it what the agent sees. */
package io.github.leasewarden.core.export;
