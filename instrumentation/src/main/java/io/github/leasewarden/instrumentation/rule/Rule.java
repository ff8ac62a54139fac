package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one library opens, uses and releases one kind of resource. Pure data: libraries are named by strings, never by their types.
 *
 * @param id unique, dotted, such as {@code neo4j.session}
 * @param kind one of the contract's kinds, or a user's own
 * @param library what a person calls it, with versions
 * @param packages prefixes of the library's own classes; frames in them are never blamed as a site
 * @param hooks what is woven, in order
 * @param carriers classes that get a field because objects of theirs keep a lease in use
 * @param expire what may be done about a lease
 * @param poll how a pool's figures are read, or null
 */
public record Rule(
        String id,
        String kind,
        String library,
        List<String> packages,
        List<Hook> hooks,
        List<String> carriers,
        Expire expire,
        @Nullable Poll poll)
        implements Serializable {
    public Rule {
        packages = List.copyOf(packages);
        hooks = List.copyOf(hooks);
        carriers = List.copyOf(carriers);
    }
}
