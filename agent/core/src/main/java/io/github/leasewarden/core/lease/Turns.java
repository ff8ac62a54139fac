package io.github.leasewarden.core.lease;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which releases may run beside each other. A class of handles proves itself by a release that ends well; until then, and again after one
 * that failed, its releases take turns. So a class whose release never returns costs one worker and not all of them; once that is known
 * the class is hopeless and none of its releases is tried. Thread-safe; the lock is never held during a release.
 *
 * @param <W> a release that waits for its turn
 */
final class Turns<W> {
    /** Whether a release may run now. */
    enum Answer {
        /** Its class has proven itself. */
        FREE,
        /** It may run, and the others of its class wait until {@link #over}. */
        TURN,
        /** It was put in line and will be handed out by {@link #over}. */
        WAIT,
        /** Its class is not tried any more. */
        HOPELESS
    }

    private final Set<String> proven = new HashSet<>();
    private final Set<String> hopeless = new HashSet<>();
    private final Map<String, ArrayDeque<W>> lines = new HashMap<>();
    private int waiting;

    synchronized Answer ask(String type, W release) {
        if (hopeless.contains(type)) {
            return Answer.HOPELESS;
        }
        if (proven.contains(type)) {
            return Answer.FREE;
        }
        ArrayDeque<W> line = lines.get(type);
        if (line == null) {
            lines.put(type, new ArrayDeque<>());
            return Answer.TURN;
        }
        line.add(release);
        waiting++;
        return Answer.WAIT;
    }

    /** A release ended well: its class has proven itself. Returns all that waited; they may run. */
    synchronized List<W> endedWell(String type) {
        proven.add(type);
        return line(type);
    }

    /** A release threw or took too long: its class has yet to prove itself. */
    synchronized void failed(String type) {
        proven.remove(type);
    }

    /** The turn of one is over, however it ended. Returns the next, if one waits: it has the turn now. */
    synchronized List<W> over(String type) {
        ArrayDeque<W> line = lines.get(type);
        W next = line == null ? null : line.poll();
        if (next == null) {
            lines.remove(type);
            return List.of();
        }
        waiting--;
        return List.of(next);
    }

    /** Gives a class up. Returns all that waited; they are told {@link Answer#HOPELESS} when they ask again. */
    synchronized List<W> giveUp(String type) {
        hopeless.add(type);
        return line(type);
    }

    synchronized int waiting() {
        return waiting;
    }

    private List<W> line(String type) {
        ArrayDeque<W> line = lines.remove(type);
        if (line == null) {
            return List.of();
        }
        waiting -= line.size();
        return new ArrayList<>(line);
    }
}
