package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Rates are kept for the day, in a map under its date, and asked for most at noon; a day is twelve seconds; none is dropped. */
public final class DailyRates implements Program {
    private static final int DAY = 240;
    private static final LocalDate FIRST = LocalDate.of(2024, 2, 26);
    private final Map<LocalDate, Map<String, Rate>> rates = new HashMap<>();
    private final Random random = new Random(307);
    private double exchanged;

    private static final class Rate {
        private final double[] byMinute = new double[480];

        private double at(int minute) {
            return byMinute[minute] += 0.01;
        }
    }

    @Override
    public void tick(Moment moment) {
        LocalDate today = FIRST.plusDays(moment.tick() / DAY);
        double busy = 7 - 6.5 * Math.cos(2 * Math.PI * moment.tick() / DAY);
        for (int i = 0; i < busy; i++) {
            String pair = "currency " + random.nextInt(40) + " to " + random.nextInt(40);
            exchanged += rates.computeIfAbsent(today, date -> new HashMap<>())
                    .computeIfAbsent(pair, unknown -> new Rate())
                    .at(moment.tick() % DAY * 2);
        }
    }

    @Override
    public String toString() {
        return exchanged + " exchanged";
    }
}
