package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.BitSet;
import java.util.Random;
import java.util.function.IntPredicate;

/** Who sees a new feature is a condition; the product team changes it often, and a change is put before the old condition. */
public final class FlagOverrides implements Program {
    private static final int USERS = 320_000;
    private final Random random = new Random(502);
    private IntPredicate visible = user -> user % 50 == 0;
    private int seen;

    private static final class Cohort {
        private final BitSet members = new BitSet(USERS);
        private final boolean shown;

        private Cohort(boolean shown) {
            this.shown = shown;
        }
    }

    @Override
    public void tick(Moment moment) {
        if (random.nextInt(3) == 0) {
            change();
        }
        for (int i = 0; i < 15; i++) {
            if (visible.test(random.nextInt(USERS))) {
                seen++;
            }
        }
    }

    private void change() {
        Cohort cohort = new Cohort(random.nextBoolean());
        for (int i = 0; i < 500; i++) {
            cohort.members.set(random.nextInt(USERS));
        }
        IntPredicate otherwise = visible;
        visible = user -> cohort.members.get(user) ? cohort.shown : otherwise.test(user);
    }

    @Override
    public String toString() {
        return seen + " times seen";
    }
}
