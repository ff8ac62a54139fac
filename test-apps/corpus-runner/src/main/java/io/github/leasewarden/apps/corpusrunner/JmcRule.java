package io.github.leasewarden.apps.corpusrunner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.common.util.IPreferenceValueProvider;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;
import org.openjdk.jmc.flightrecorder.rules.IResult;
import org.openjdk.jmc.flightrecorder.rules.ResultProvider;
import org.openjdk.jmc.flightrecorder.rules.TypedResult;
import org.openjdk.jmc.flightrecorder.rules.jdk.memory.IncreasingLiveSetRule;

/** JDK Mission Control's {@code IncreasingLiveSetRule} on a recording: what we want to be better than. */
final class JmcRule {
    /** Its own limits: from here on it informs, from {@link #WARNING} it warns. */
    static final double INFO = 25;

    static final double WARNING = 75;
    private static final int STEP_SECONDS = 15;

    private JmcRule() {}

    /**
     * @param last over the whole recording, 0 to 100, -1 if the rule could not say
     * @param firstInfoSeconds end of the shortest prefix, in steps of 15 s, that scored {@link #INFO}; -1 if none did
     */
    record Scores(double last, double firstInfoSeconds) {
        static final Scores NONE = new Scores(-1, -1);
    }

    static Scores judge(Path recording, int seconds) {
        try {
            IItemCollection events = JfrLoaderToolkit.loadEvents(recording.toFile());
            IQuantity start = events.getAggregate(Aggregators.min(JfrAttributes.START_TIME));
            double first = -1;
            for (int end = STEP_SECONDS; end < seconds && first < 0 && start != null; end += STEP_SECONDS) {
                IQuantity until = start.add(UnitLookup.SECOND.quantity(end));
                if (score(events.apply(ItemFilters.lessOrEqual(JfrAttributes.END_TIME, until))) >= INFO) {
                    first = end;
                }
            }
            double last = score(events);
            return new Scores(last, first < 0 && last >= INFO ? seconds : first);
        } catch (IOException | CouldNotLoadRecordingException unreadable) {
            System.err.println("JMC cannot read " + recording + ": " + unreadable);
            return Scores.NONE;
        }
    }

    private static double score(IItemCollection events) {
        var evaluation = new IncreasingLiveSetRule()
                .createEvaluation(events, IPreferenceValueProvider.DEFAULT_VALUES, new ResultProvider());
        evaluation.run();
        try {
            IResult result = evaluation.get();
            IQuantity score = result.getResult(TypedResult.SCORE);
            return score == null ? -1 : score.doubleValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            System.err.println("JMC's rule failed: " + e.getCause());
            return -1;
        }
    }
}
