package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Dialogs register with a clock of the application's own making and are closed without being removed from it. */
public final class Listeners implements Program {
    private final WallClock clock = new WallClock();

    private interface TimeListener {
        void time(int tick);
    }

    private static final class WallClock {
        private final List<TimeListener> listeners = new CopyOnWriteArrayList<>();

        private void add(TimeListener listener) {
            listeners.add(listener);
        }

        private void tell(int tick) {
            listeners.forEach(listener -> listener.time(tick));
        }
    }

    private static final class Dialog {
        private final byte[] pixels = new byte[60_000];

        private void shown(int tick) {
            pixels[0] = (byte) tick;
        }
    }

    @Override
    public void tick(Moment moment) {
        Dialog dialog = new Dialog();
        clock.add(dialog::shown);
        if (moment.tick() % 20 == 0) {
            clock.tell(moment.tick());
        }
    }
}
