package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;

/** Loads its catalogue in the background for a minute, to the last article, and from then on only refreshes articles. */
public final class WarmUp implements Program {
    private static final int ARTICLES = 2400;
    private final Article[] catalogue = new Article[ARTICLES];
    private final Random random = new Random(37);
    private int loaded;

    private record Article(int number, int version, byte[] description) {}

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 2 && loaded < ARTICLES; i++) {
            catalogue[loaded] = load(loaded, moment.tick());
            loaded++;
        }
        int stale = random.nextInt(loaded);
        catalogue[stale] = load(stale, moment.tick());
    }

    private Article load(int number, int version) {
        return new Article(number, version, new byte[15_000 + random.nextInt(10_000)]);
    }
}
