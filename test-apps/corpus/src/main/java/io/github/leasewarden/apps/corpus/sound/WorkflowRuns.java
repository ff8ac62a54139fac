package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Runs of a workflow take twenty to fifty seconds and grow by steps, tied to others both ways, until they end and go. */
public final class WorkflowRuns implements Program {
    private final List<Run> active = new ArrayList<>();
    private final Random random = new Random(409);

    private static final class Step {
        private final List<Step> before = new ArrayList<>(2);
        private final List<Step> after = new ArrayList<>(2);
        private final byte[] variables;

        private Step(int length) {
            variables = new byte[length];
        }

        private void follow(Step earlier) {
            before.add(earlier);
            earlier.after.add(this);
        }
    }

    private static final class Run {
        private final List<Step> steps = new ArrayList<>();
        private final int end;

        private Run(int end) {
            this.end = end;
        }
    }

    @Override
    public void tick(Moment moment) {
        active.removeIf(run -> run.end <= moment.tick());
        if (moment.tick() % 8 == 1) {
            active.add(new Run(moment.tick() + 400 + random.nextInt(600)));
        }
        for (Run run : active) {
            if (random.nextInt(4) == 0) {
                Step step = new Step(1_000 + random.nextInt(2_000));
                for (int i = 0; i < 2 && !run.steps.isEmpty(); i++) {
                    step.follow(run.steps.get(random.nextInt(run.steps.size())));
                }
                run.steps.add(step);
            }
        }
    }

    @Override
    public String toString() {
        return active.stream()
                        .mapToInt(run -> run.steps.get(0).variables.length)
                        .sum() + " bytes at first";
    }
}
