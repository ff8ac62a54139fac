package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;

/** An interpreter that writes what it does into a text somebody may want to see at the end; there is no end. */
public final class TraceText implements Program {
    private final Interpreter interpreter = new Interpreter();

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

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 250; i++) {
            interpreter.run(moment.tick() * 250 + i);
        }
    }
}
