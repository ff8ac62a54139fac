/** What an operator should know or do, derived from an observation by pure functions. */
@NullMarked
package io.github.leasewarden.core.advice;

import org.jspecify.annotations.NullMarked;
