package io.github.leasewarden.core.alert;

import io.github.leasewarden.core.sampling.ClassCensus;
import io.github.leasewarden.core.sampling.ClassCount;
import io.github.leasewarden.core.sampling.ClassHistogram;
import io.github.leasewarden.core.sampling.ThreadSummary;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes down what can be seen at the moment of an alert: the largest classes and what the threads do. One thread. */
public final class AlertEvidence {
    private static final int CLASSES = 100;

    private final EvidenceFiles files;
    private final Clock clock;

    public AlertEvidence(EvidenceFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * Stores it.
     *
     * @param alert the sentence it belongs to
     * @return the file's name, or null if it could not be stored
     */
    public @Nullable String store(String alert, ClassHistogram.Result classes) {
        return files.store(clock.instant() + "\n" + alert + "\n\nCLASSES\n" + text(classes) + "\nTHREADS\n"
                + ThreadSummary.take());
    }

    private static String text(ClassHistogram.Result classes) {
        if (classes instanceof ClassHistogram.Result.Refused refused) {
            return refused.why() + "\n";
        }
        ClassCensus census = ((ClassHistogram.Result.Taken) classes).census();
        StringBuilder text = new StringBuilder(census.live() ? "reachable objects" : "all objects, garbage included")
                .append(String.format(Locale.ROOT, "\n%14s %14s  class\n", "bytes", "instances"));
        for (ClassCount each : census.classes().stream().limit(CLASSES).toList()) {
            text.append(
                    String.format(Locale.ROOT, "%14d %14d  %s\n", each.bytes(), each.instances(), each.className()));
        }
        return text.toString();
    }
}
