package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.HashMap;
import java.util.Map;

/** Quotes that are thrown away when they are thirty seconds old. */
public final class TimedCache implements Program {
    private final Map<Integer, Quote> quotes = new HashMap<>();

    private record Quote(double at, byte[] text) {}

    @Override
    public void tick(Moment moment) {
        quotes.put(moment.tick(), new Quote(moment.seconds(), new byte[50_000]));
        if (moment.tick() % 20 == 0) {
            quotes.values().removeIf(quote -> quote.at < moment.seconds() - 30);
        }
    }
}
