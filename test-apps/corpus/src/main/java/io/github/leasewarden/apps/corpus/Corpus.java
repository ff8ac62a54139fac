package io.github.leasewarden.apps.corpus;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs one program of the corpus: {@code Corpus NAME [SECONDS [GARBAGE_KB_PER_SECOND]]}. Names are the class names in
 * {@code leaking} and {@code sound}; what each of them is expected to be is in {@code truth.csv}. A program uses a few percent of
 * a core, so that many run side by side.
 */
public final class Corpus {
    public static final int TICKS_PER_SECOND = 20;

    private Corpus() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        if (args.length < 1) {
            System.err.println("Corpus NAME [SECONDS [GARBAGE_KB_PER_SECOND]]");
            System.exit(2);
        }
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 90;
        int garbage = args.length > 2 ? Integer.parseInt(args[2]) : 30_000;
        run(program(args[0]), seconds * TICKS_PER_SECOND, garbage / TICKS_PER_SECOND);
    }

    private static void run(Program program, int ticks, int garbageKb) {
        long interval = TimeUnit.SECONDS.toNanos(1) / TICKS_PER_SECOND;
        long start = System.nanoTime();
        for (int tick = 1; tick <= ticks; tick++) {
            Churn.kilobytes(garbageKb);
            program.tick(new Moment(tick, ticks));
            for (long left = start + tick * interval - System.nanoTime(); left > 0; ) {
                LockSupport.parkNanos(left);
                left = start + tick * interval - System.nanoTime();
            }
        }
        System.out.println("done");
        System.exit(0);
    }

    private static Program program(String name) throws ReflectiveOperationException {
        for (String folder : Arrays.asList("leaking", "sound")) {
            try {
                return (Program) Class.forName(Corpus.class.getPackageName() + "." + folder + "." + name)
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ClassNotFoundException elsewhere) {
                continue;
            }
        }
        throw new ClassNotFoundException("no program " + name);
    }
}
