package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Up to sixteen open drawings, each with eighty steps to undo and those to redo; a new drawing replaces the oldest. */
public final class DrawingUndo implements Program {
    private static final int DRAWINGS = 16;
    private static final int STEPS = 80;
    private final List<Drawing> open = new ArrayList<>();
    private final Random random = new Random(203);

    private record Step(int shape, short[] pixelsBefore) {}

    private static final class Drawing {
        private final Deque<Step> undo = new ArrayDeque<>();
        private final Deque<Step> redo = new ArrayDeque<>();

        private void draw(int shape, int pixels) {
            redo.clear();
            undo.push(new Step(shape, new short[pixels]));
            if (undo.size() > STEPS) {
                undo.removeLast();
            }
        }

        private void undo(int steps) {
            for (int i = 0; i < steps && !undo.isEmpty(); i++) {
                redo.push(undo.pop());
            }
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 55 == 1) {
            if (open.size() == DRAWINGS) {
                open.remove(0);
            }
            open.add(new Drawing());
        }
        for (int i = 0; i < 4; i++) {
            Drawing drawing = open.get(random.nextInt(open.size()));
            if (random.nextInt(15) == 0) {
                drawing.undo(1 + random.nextInt(8));
            } else {
                drawing.draw(moment.tick(), 4_000 + random.nextInt(10_000));
            }
        }
    }
}
