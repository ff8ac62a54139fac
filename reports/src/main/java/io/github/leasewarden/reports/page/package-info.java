/**
 * The page an operator looks at: one HTML file that needs no network. Its sources are in {@code src/main/resources/page}; here they are put
 * together, either for an agent to serve or with a report's data inside.
 */
@NullMarked
package io.github.leasewarden.reports.page;

import org.jspecify.annotations.NullMarked;
