package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Pictures with a handle each, which is struck off the list of handles when the collector has found the picture gone. */
public final class ReleasedHandles implements Program {
    private final ReferenceQueue<Picture> gone = new ReferenceQueue<>();
    private final Set<Handle> handles = new HashSet<>();
    private final Deque<Picture> shown = new ArrayDeque<>();

    private static final class Picture {
        private final byte[] pixels = new byte[4_000];

        private int width() {
            return pixels.length / 40;
        }
    }

    private static final class Handle extends PhantomReference<Picture> {
        private final int[] surface;

        private Handle(Picture picture, ReferenceQueue<Picture> gone) {
            super(picture, gone);
            surface = new int[picture.width() * 5];
        }

        private void release() {
            surface[0] = 0;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 3; i++) {
            Picture picture = new Picture();
            handles.add(new Handle(picture, gone));
            shown.addLast(picture);
        }
        while (shown.size() > 60) {
            shown.removeFirst();
        }
        for (Reference<?> next = gone.poll(); next != null; next = gone.poll()) {
            Handle handle = (Handle) next;
            handle.release();
            handles.remove(handle);
        }
    }
}
