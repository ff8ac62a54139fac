package io.github.leasewarden.apps.scenarios.own;

import io.github.leasewarden.apps.scenarios.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes desks: 3 are given back, 1 is worked at, 2 are forgotten. Argument: for how many milliseconds it is open, or the file that closes it
 * once it is there.
 */
public final class Office {
    private static final List<Desk> FORGOTTEN = new ArrayList<>();

    private Office() {}

    public static void main(String[] args) {
        for (int i = 0; i < 3; i++) {
            giveBack();
        }
        forget();
        forget();
        Desk desk = workAt();
        for (int millis = 0; isOpen(args[0], millis); millis += 200) {
            desk.work();
            Scenario.pause(200);
        }
        System.out.println("forgotten: " + FORGOTTEN.size() + ", still working: true");
        System.err.println("desks taken: " + Desk.taken());
    }

    private static boolean isOpen(String until, int millis) {
        return until.matches("\\d+") ? millis < Integer.parseInt(until) : !Files.exists(Path.of(until));
    }

    static void giveBack() {
        try (Desk desk = new Desk()) {
            desk.work();
        }
    }

    static void forget() {
        FORGOTTEN.add(new Desk());
    }

    static Desk workAt() {
        return new Desk();
    }
}
