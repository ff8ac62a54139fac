package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Random;

/** Changes are sent to a peer through one object stream, which remembers each object to write it only once and is never reset. */
public final class ChangeStream implements Program {
    private final ObjectOutputStream peer;
    private final Random random = new Random(311);

    private record Change(String table, int row, byte[] columns) implements Serializable {}

    public ChangeStream() {
        try {
            peer = new ObjectOutputStream(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void tick(Moment moment) {
        try {
            for (int i = random.nextInt(41); i > 0; i--) {
                byte[] columns = new byte[100 + random.nextInt(600)];
                peer.writeObject(new Change("orders", random.nextInt(100_000), columns));
            }
            peer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
