package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/** A plan of tasks, which note with the tasks before them that they depend on them, whenever they are scheduled: in a set. */
public final class TaskLinks implements Program {
    private final Task[] tasks = new Task[3500];
    private final Random random = new Random(602);
    private int moved;

    private static final class Task {
        private final Set<Link> dependents = new LinkedHashSet<>();
        private int start = 1;
        private boolean stale;
    }

    private record Link(Task before, Task after) {}

    public TaskLinks() {
        Arrays.setAll(tasks, number -> new Task());
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(10); i > 0; i--) {
            tasks[random.nextInt(20)].dependents.forEach(link -> link.after.stale = true);
        }
        for (int i = random.nextInt(221); i > 0; i--) {
            schedule(random.nextInt(tasks.length));
        }
    }

    private void schedule(int number) {
        Task task = tasks[number];
        int latest = 0;
        for (int i = 1; i <= 3; i++) {
            Task before = tasks[(number + 97 * i + random.nextInt(9)) % tasks.length];
            before.dependents.add(new Link(before, task));
            latest = Math.max(latest, before.start);
        }
        task.start = (latest + 1) % 1_000;
        moved += task.stale ? 1 : 0;
        task.stale = false;
    }

    @Override
    public String toString() {
        return moved + " tasks moved";
    }
}
