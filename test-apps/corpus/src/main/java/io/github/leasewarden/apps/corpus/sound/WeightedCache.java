package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Files by name, from a kilobyte to a quarter of a megabyte; the oldest go while all together weigh too much. */
public final class WeightedCache implements Program {
    private static final int MOST_BYTES = 40_000_000;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Random random = new Random(31);
    private int bytes;

    @Override
    public void tick(Moment moment) {
        byte[] file = new byte[1024 << random.nextInt(9)];
        byte[] before = files.put("/static/" + random.nextInt(100_000) + ".bin", file);
        bytes += file.length - (before == null ? 0 : before.length);
        for (Iterator<byte[]> oldest = files.values().iterator(); bytes > MOST_BYTES; ) {
            bytes -= oldest.next().length;
            oldest.remove();
        }
    }
}
