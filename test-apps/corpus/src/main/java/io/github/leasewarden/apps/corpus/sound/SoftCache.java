package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;

/** Pictures held softly: the collector takes them before memory runs out. */
public final class SoftCache implements Program {
    private final Map<Integer, SoftReference<Picture>> pictures = new HashMap<>();

    private record Picture(int number, byte[] pixels) {}

    @Override
    public void tick(Moment moment) {
        pictures.put(moment.tick(), new SoftReference<>(new Picture(moment.tick(), new byte[50_000])));
    }
}
