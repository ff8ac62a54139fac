package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Random;

/** Positions of lorries are written to an object stream, which remembers each object it wrote; it is reset every 28 seconds. */
public final class ResetStream implements Program {
    private final ObjectOutputStream stream;
    private final Random random = new Random(406);

    private record Position(int lorry, double latitude, double longitude, byte[] picture) implements Serializable {}

    public ResetStream() {
        try {
            stream = new ObjectOutputStream(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void tick(Moment moment) {
        try {
            if (moment.tick() % 560 == 0) {
                stream.reset();
            }
            for (int i = random.nextInt(41); i > 0; i--) {
                byte[] picture = new byte[200 + random.nextInt(1_500)];
                stream.writeObject(
                        new Position(random.nextInt(300), random.nextDouble(), random.nextDouble(), picture));
            }
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
