/** How the agent tells its own threads from the application's. */
package io.github.leasewarden.thread;
