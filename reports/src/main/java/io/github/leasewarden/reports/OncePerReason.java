package io.github.leasewarden.reports;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Warns of each trouble once, and again only if it comes back after things went well: a full disk fills no log. */
final class OncePerReason {
    private final Consumer<String> warn;
    private final Set<String> given = new HashSet<>();

    OncePerReason(Consumer<String> warn) {
        this.warn = warn;
    }

    void warn(String reason) {
        if (isNew(reason)) {
            warn.accept(reason);
        }
    }

    synchronized void allIsWell() {
        given.clear();
    }

    private synchronized boolean isNew(String reason) {
        return given.add(reason);
    }
}
