package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Arrays;

/** Interpreters that write what they do into a text each, which somebody may want to see at the end; there is no end. */
public final class TraceText implements Program {
    private final Interpreter[] interpreters = new Interpreter[12];

    private static final class Interpreter {
        private final StringBuilder trace = new StringBuilder();
        private long accumulator;

        private void run(int instruction) {
            accumulator = accumulator * 31 + instruction;
            trace.append("executed ")
                    .append(instruction)
                    .append(", accumulator is ")
                    .append(accumulator)
                    .append('\n');
        }
    }

    public TraceText() {
        Arrays.setAll(interpreters, number -> new Interpreter());
    }

    @Override
    public void tick(Moment moment) {
        for (int number = 0; number < interpreters.length; number++) {
            for (int i = 0; i < 10 + 2 * number; i++) {
                interpreters[number].run(moment.tick() + i);
            }
        }
    }
}
