package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What is changed waits in a list of its class until it is written; from second 30 on some documents are signed. */
public final class DirtyRecords implements Program {
    private static final int SIGNED_FROM = 600;
    private static final List<Class<?>> WRITTEN = List.of(Receipt.class, Document.class);
    private static final ClassValue<List<Written>> CHANGED = new ClassValue<>() {
        @Override
        protected List<Written> computeValue(Class<?> type) {
            return new ArrayList<>();
        }
    };
    private final Random random = new Random(707);
    private long written;

    private interface Written {
        int length();
    }

    private record Receipt(long cents, byte[] lines) implements Written {
        @Override
        public int length() {
            return lines.length;
        }
    }

    private static class Document implements Written {
        private final byte[] text;

        private Document(int length) {
            text = new byte[length];
        }

        @Override
        public int length() {
            return text.length;
        }
    }

    private static final class SignedDocument extends Document {
        private final byte[] signature = new byte[256];

        private SignedDocument(int length) {
            super(length);
        }

        @Override
        public int length() {
            return super.length() + signature.length;
        }
    }

    @Override
    public void tick(Moment moment) {
        boolean signing = moment.tick() > SIGNED_FROM;
        for (int i = random.nextInt(13); i > 0; i--) {
            int length = 2_000 + random.nextInt(8_000);
            change(signing && random.nextInt(7) == 0 ? new SignedDocument(length) : new Document(length));
            change(new Receipt(random.nextInt(90_000), new byte[length / 4]));
        }
        if (moment.tick() % 30 == 0) {
            WRITTEN.forEach(this::write);
        }
    }

    private static void change(Written changed) {
        CHANGED.get(changed.getClass()).add(changed);
    }

    private void write(Class<?> type) {
        List<Written> changed = CHANGED.get(type);
        written += changed.stream().mapToInt(Written::length).sum();
        changed.clear();
    }

    @Override
    public String toString() {
        return written + " bytes written";
    }
}
