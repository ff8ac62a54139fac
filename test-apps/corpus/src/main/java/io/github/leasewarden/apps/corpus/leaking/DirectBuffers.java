package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Every transfer gets a direct buffer, and finished transfers stay in a list. */
public final class DirectBuffers implements Program {
    private final List<Transfer> finished = new ArrayList<>();

    private record Transfer(ByteBuffer buffer) {}

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 2 == 0) {
            finished.add(new Transfer(ByteBuffer.allocateDirect(65_536)));
        }
    }
}
