/** Connects that fail again and again: counted by endpoint, reported as storms, and delayed where the operator wants it. */
@org.jspecify.annotations.NullMarked
package io.github.leasewarden.core.reconnect;
