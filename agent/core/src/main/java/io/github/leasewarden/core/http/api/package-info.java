/** What the HTTP API answers: one class an endpoint, or a few that belong together. */
@NullMarked
package io.github.leasewarden.core.http.api;

import org.jspecify.annotations.NullMarked;
