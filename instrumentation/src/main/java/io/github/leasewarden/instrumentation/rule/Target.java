package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;
import java.util.List;

/**
 * Which classes a hook is woven into.
 *
 * @param types exact binary names
 * @param subtypesOf binary names of roots; every non-interface subtype is meant, found when it is loaded
 */
public record Target(List<String> types, List<String> subtypesOf) implements Serializable {
    public Target {
        types = List.copyOf(types);
        subtypesOf = List.copyOf(subtypesOf);
    }
}
