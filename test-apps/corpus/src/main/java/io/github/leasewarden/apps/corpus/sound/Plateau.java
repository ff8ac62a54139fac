package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;

/** A catalogue loaded at start, and nothing after it. */
public final class Plateau implements Program {
    private static final List<Product> CATALOGUE = new ArrayList<>();

    private record Product(int number, byte[] picture) {}

    public Plateau() {
        for (int i = 0; i < 4000; i++) {
            CATALOGUE.add(new Product(i, new byte[10_000]));
        }
    }

    @Override
    public void tick(Moment moment) {
        CATALOGUE.get(moment.tick() % CATALOGUE.size()).picture[0]++;
    }
}
