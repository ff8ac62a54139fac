/** How anything of the agent leaves the JVM over HTTP. */
package io.github.leasewarden.core.post;
