package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;

/** Next to nothing to do. */
public final class Idle implements Program {
    private int requests;

    @Override
    public void tick(Moment moment) {
        requests++;
    }

    @Override
    public String toString() {
        return requests + " requests";
    }
}
