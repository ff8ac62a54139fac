package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** A text on the screen has a bitmap; each frame looks in the queue for a text that is gone and frees its bitmap. */
public final class GlyphPages implements Program {
    private static final int SCREEN = 120;
    private final ReferenceQueue<Text> gone = new ReferenceQueue<>();
    private final Set<Bitmap> bitmaps = new HashSet<>();
    private final Deque<Text> screen = new ArrayDeque<>();
    private final Random random = new Random(703);
    private long freed;

    private record Text(String words, int size) {}

    private static final class Bitmap extends PhantomReference<Text> {
        private final byte[] pixels;

        private Bitmap(Text text, ReferenceQueue<Text> gone) {
            super(text, gone);
            pixels = new byte[text.words.length() * text.size];
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(9); i > 0; i--) {
            Text text = new Text("line " + random.nextInt(1_000_000), 60 + random.nextInt(180));
            screen.addLast(text);
            bitmaps.add(new Bitmap(text, gone));
        }
        while (screen.size() > SCREEN) {
            screen.removeFirst();
        }
        Reference<? extends Text> reference = gone.poll();
        if (reference instanceof Bitmap bitmap) {
            freed += bitmap.pixels.length;
            bitmaps.remove(bitmap);
        }
    }

    @Override
    public String toString() {
        return freed + " bytes freed";
    }
}
