package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;

/** A second catalogue is loaded halfway, and stays. */
public final class OneStep implements Program {
    private final List<Article> articles = new ArrayList<>();

    private record Article(int number, byte[] text) {}

    @Override
    public void tick(Moment moment) {
        if (moment.tick() == 1 || moment.tick() == moment.ticks() / 2) {
            for (int i = 0; i < 3000; i++) {
                articles.add(new Article(i, new byte[10_000]));
            }
        }
    }
}
