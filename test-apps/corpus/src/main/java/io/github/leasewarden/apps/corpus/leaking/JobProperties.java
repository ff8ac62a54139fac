package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;

/** Print jobs hand their settings to a driver by system properties, each under the number of the job, and leave them there. */
public final class JobProperties implements Program {
    private final Random random = new Random(111);
    private int jobs;
    private int printed;

    @Override
    public void tick(Moment moment) {
        for (int i = 6 + random.nextInt(8); i > 0; i--) {
            String job = "print.job." + ++jobs;
            System.setProperty(job + ".file", "/var/spool/print/" + Long.toHexString(random.nextLong()) + ".ps");
            System.setProperty(job + ".title", "Invoice for customer " + random.nextInt(100_000) + ", two copies");
            printed += print(job);
        }
    }

    /** Stands for the driver. */
    private static int print(String job) {
        return System.getProperty(job + ".file").length()
                + System.getProperty(job + ".title").length();
    }

    @Override
    public String toString() {
        return printed + " printed";
    }
}
