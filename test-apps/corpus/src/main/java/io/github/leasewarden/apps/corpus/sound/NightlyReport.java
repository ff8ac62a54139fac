package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report that gathers its lines for forty seconds and is then printed and forgotten; the next begins a minute later. */
public final class NightlyReport implements Program {
    private List<Map<String, String>> lines = new ArrayList<>();

    @Override
    public void tick(Moment moment) {
        double inNight = (moment.seconds() + 48) % 60;
        if (inNight < 40) {
            for (int i = 0; i < 40; i++) {
                lines.add(line(moment.tick() * 40 + i));
            }
        } else if (!lines.isEmpty()) {
            lines = new ArrayList<>();
        }
    }

    private static Map<String, String> line(int number) {
        return Map.of(
                "number", "R-" + number,
                "customer", "customer of line " + number,
                "street", number % 300 + " Long Street, beside the station of the old railway",
                "remark", "delivered at the back door, see delivery note " + number * 7,
                "amount", number % 977 + ".00");
    }
}
