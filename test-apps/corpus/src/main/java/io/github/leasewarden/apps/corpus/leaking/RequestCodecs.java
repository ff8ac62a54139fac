package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;

/** Requests in a rare character set get a codec with a ThreadLocal of its own, whose value is an inner object of the codec. */
public final class RequestCodecs implements Program {
    private final Codec usual = new Codec("UTF-8");
    private final Random random = new Random(108);
    private long decoded;

    private static final class Codec {
        private final String charset;
        private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

        private Codec(String charset) {
            this.charset = charset;
        }

        private int decode(int length) {
            return scratch.get().fill(length);
        }

        private final class Scratch {
            private final char[] chars = new char[14_000];

            private int fill(int length) {
                chars[length] = charset.charAt(0);
                return length;
            }
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 6; i++) {
            boolean rare = random.nextInt(11) == 0;
            Codec codec = rare ? new Codec("IBM-" + random.nextInt(1000)) : usual;
            decoded += codec.decode(random.nextInt(10_000));
        }
    }

    @Override
    public String toString() {
        return decoded + " decoded";
    }
}
