package io.github.leasewarden.core.inspection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Numbers in fields that go up where something is added and down where it is taken out, once they are too high: the bytes of a cache, for
 * instance. Such a number limits what it counts as well as a collection's own size does. Mutable while classes are read; one thread.
 */
final class Weights {
    private final Map<String, Set<String>> raisedIn = new HashMap<>();
    private final Map<String, Set<String>> loweredIn = new HashMap<>();

    void raised(String number, String method) {
        raisedIn.computeIfAbsent(number, unknown -> new HashSet<>()).add(method);
    }

    /** @param method where it was compared with something before */
    void lowered(String number, String method) {
        loweredIn.computeIfAbsent(number, unknown -> new HashSet<>()).add(method);
    }

    /** Whether there is a number that goes up in one of the first methods and down in one of the others. */
    boolean limit(Set<String> addingMethods, Set<String> removingMethods) {
        return raisedIn.entrySet().stream()
                .filter(raised -> raised.getValue().stream().anyMatch(addingMethods::contains))
                .map(raised -> loweredIn.getOrDefault(raised.getKey(), Set.of()))
                .anyMatch(lowered -> lowered.stream().anyMatch(removingMethods::contains));
    }
}
