package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A mirror keeps its first failure, with up to 150 later ones hung on it, until it works; two thirds are cut off. */
public final class MirrorHealth implements Program {
    private static final int CUT_OFF = 240;
    private static final int POLLED_EVERY = 4;
    private final List<Mirror> mirrors = new ArrayList<>();
    private final Random random = new Random(801);

    private static final class MirrorFailure extends Exception {
        private static final long serialVersionUID = 1;
        private final byte[] page;

        private MirrorFailure(String mirror, byte[] page) {
            super(mirror + " sent an error page of " + page.length + " bytes");
            this.page = page;
        }
    }

    private static final class Mirror {
        private static final int HUNG_ON = 150;
        private final String name;
        private MirrorFailure problem;
        private int more;
        private long files;

        private Mirror(String name) {
            this.name = name;
        }

        private void poll(byte[] answer, boolean works) {
            try {
                files += parse(answer, works);
                problem = null;
                more = 0;
            } catch (MirrorFailure e) {
                if (problem == null) {
                    problem = e;
                } else if (more++ < HUNG_ON) {
                    problem.addSuppressed(e);
                }
            }
        }

        private int parse(byte[] answer, boolean works) throws MirrorFailure {
            if (!works) {
                throw new MirrorFailure(name, answer);
            }
            return answer.length / 100;
        }

        @Override
        public String toString() {
            return files + " files" + (problem == null ? "" : " and " + more + " times " + problem.page.length);
        }
    }

    public MirrorHealth() {
        for (int i = 0; i < 24; i++) {
            mirrors.add(new Mirror("mirror " + i));
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = moment.tick() % POLLED_EVERY; i < mirrors.size(); i += POLLED_EVERY) {
            boolean reached = moment.tick() < CUT_OFF || i % 3 == 0;
            mirrors.get(i).poll(new byte[3_000 + random.nextInt(6_000)], reached && random.nextInt(6) > 0);
        }
    }

    @Override
    public String toString() {
        return mirrors.toString();
    }
}
