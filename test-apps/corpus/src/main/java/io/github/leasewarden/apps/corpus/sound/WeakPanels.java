package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Panels are told of new prices as long as they are on the screen; references to those that are gone are purged with the news. */
public final class WeakPanels implements Program {
    private final List<WeakReference<Panel>> listeners = new ArrayList<>();
    private final Deque<Panel> screen = new ArrayDeque<>();
    private final Random random = new Random(211);

    private static final class Panel {
        private final int[] pixels = new int[3_000];

        private void price(int price) {
            pixels[price % pixels.length] = price;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(9); i > 0; i--) {
            Panel panel = new Panel();
            listeners.add(new WeakReference<>(panel));
            screen.addLast(panel);
        }
        while (screen.size() > 500) {
            screen.removeFirst();
        }
        if (moment.tick() % 240 == 0) {
            tell(random.nextInt(100_000));
        }
    }

    private void tell(int price) {
        listeners.removeIf(listener -> listener.get() == null);
        for (WeakReference<Panel> listener : listeners) {
            Panel panel = listener.get();
            if (panel != null) {
                panel.price(price);
            }
        }
    }
}
