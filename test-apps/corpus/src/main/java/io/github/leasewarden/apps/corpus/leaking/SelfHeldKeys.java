package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.WeakHashMap;

/** Renderings of documents, meant to go with the document: but a rendering knows its document, so neither ever goes. */
public final class SelfHeldKeys implements Program {
    private final Map<Document, Rendering> renderings = new WeakHashMap<>();
    private final Deque<Document> open = new ArrayDeque<>();

    private static final class Document {
        private final char[] text = new char[6_000];

        private int length() {
            return text.length;
        }
    }

    private static final class Rendering {
        private final Document source;
        private final int[] lineStarts;

        private Rendering(Document source) {
            this.source = source;
            this.lineStarts = new int[source.length()];
        }

        private int lines() {
            return lineStarts.length + source.length();
        }
    }

    @Override
    public void tick(Moment moment) {
        Document document = new Document();
        open.addLast(document);
        renderings.computeIfAbsent(document, Rendering::new);
        if (open.size() > 200) {
            open.removeFirst();
        }
        renderings.get(open.getFirst()).lines();
    }
}
