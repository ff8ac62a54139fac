/**
 * What the agent tells the world: immutable records, their JSON with its schema, and the directory they are kept in.
 *
 * <p>This package depends on Jackson only and knows nothing of the agent, so that a tool can read reports with this jar
 * alone. Nothing here starts a thread or keeps global state; a report is a value, made once and never changed.
 *
 * <p>The records are the JSON: component names are the property names, in the order in which they are written. They are
 * tolerant where a tool reads an older report (an absent list is an empty one) and strict where silence would mislead (a
 * report without a verdict is refused). Everything unknown is {@code null} and never a made-up number.
 */
@NullMarked
package io.github.leasewarden.reports;

import org.jspecify.annotations.NullMarked;
