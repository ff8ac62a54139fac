package io.github.leasewarden.core.lease;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leases of one site that a test did not release.
 *
 * @param kind for example {@code neo4j-session}
 * @param rule id of the rule that made them
 * @param site fingerprint of the site
 * @param handleClass class of what was opened; null when unknown
 * @param count how many
 * @param frames the opening line and its callers, the application's own first
 */
public record LeftOpen(
        String kind, String rule, String site, @Nullable String handleClass, long count, List<String> frames) {}
