/** A small HTTP server around microhttp: who may ask, and which endpoint answers. What is answered is in {@code api}. */
@NullMarked
package io.github.leasewarden.core.http;

import org.jspecify.annotations.NullMarked;
