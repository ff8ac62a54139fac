package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** A cache that fills ever more slowly, because there are no more than 3000 keys to ask for. */
public final class FiniteKeys implements Program {
    private static final Map<Integer, Price> PRICES = new ConcurrentHashMap<>();
    private final Random random = new Random(7);

    private record Price(int article, byte[] details) {}

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 5; i++) {
            PRICES.computeIfAbsent(random.nextInt(3000), article -> new Price(article, new byte[15_000]));
        }
    }
}
