package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Shapes belong to the drawings that are open; a registry knows each by its number, through a handle that is weak. */
public final class ShapeHandles implements Program {
    private final Map<Integer, Handle> registry = new HashMap<>();
    private final Deque<Shape> open = new ArrayDeque<>();
    private final Random random = new Random(501);
    private int shapes;
    private long painted;

    private static final class Shape {
        private final float[] outline = new float[300];
    }

    private static final class Handle extends WeakReference<Shape> {
        private final String label;

        private Handle(Shape shape, String label) {
            super(shape);
            this.label = label;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(111); i > 0; i--) {
            Shape shape = new Shape();
            open.addLast(shape);
            registry.put(++shapes, new Handle(shape, "shape " + shapes));
        }
        while (open.size() > 1500) {
            open.removeFirst();
        }
        for (int i = 0; i < 50 && shapes > 0; i++) {
            Handle handle = registry.get(shapes - random.nextInt(Math.min(shapes, 2000)));
            Shape shape = handle.get();
            painted += shape == null ? 0 : shape.outline.length + handle.label.length();
        }
    }

    @Override
    public String toString() {
        return painted + " painted";
    }
}
