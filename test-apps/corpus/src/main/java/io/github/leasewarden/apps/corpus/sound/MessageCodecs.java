package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.Random;

/** A codec is generated as a hidden class when a message of its type is first seen; there are fifty types, and no more codecs. */
public final class MessageCodecs implements Program {
    private static final int TYPES = 50;
    private final Codec[] codecs = new Codec[TYPES];
    private final Random random = new Random(208);
    private final byte[] code;
    private long decoded;

    /** What a codec can do. */
    public interface Codec {
        /** @param message to be decoded */
        int decode(byte[] message);
    }

    /** What is generated; defined anew for each type. */
    public static final class Generated implements Codec {
        private static final int[] TABLE = new int[50_000];

        @Override
        public int decode(byte[] message) {
            return ++TABLE[message.length] + message[0];
        }
    }

    public MessageCodecs() {
        try (InputStream in = MessageCodecs.class.getResourceAsStream("MessageCodecs$Generated.class")) {
            code = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void tick(Moment moment) {
        int known = Math.min(TYPES, 1 + (int) (moment.seconds() * 0.9));
        for (int i = 0; i < 5; i++) {
            int type = random.nextInt(known);
            if (codecs[type] == null) {
                codecs[type] = generate();
            }
            decoded += codecs[type].decode(new byte[1 + random.nextInt(8_000)]);
        }
    }

    private Codec generate() {
        try {
            return (Codec) MethodHandles.lookup()
                    .defineHiddenClass(code, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return decoded + " decoded";
    }
}
