package io.github.leasewarden.core.advice;

import io.github.leasewarden.core.reconnect.EndpointStatus;
import io.github.leasewarden.core.report.Observation;
import java.util.List;

/** What could be changed about connects that fail one after the other. */
final class StormSuggestions {
    private StormSuggestions() {}

    static void add(Observation seen, List<Suggestion> all) {
        for (EndpointStatus endpoint : seen.reconnects()) {
            boolean guarded = endpoint.delays() > 0 || endpoint.exempt() > 0;
            if (endpoint.storms() > 0 && !guarded) {
                all.add(new Suggestion(
                        "reconnect-storm",
                        2,
                        "Back off between connects to " + endpoint.address()
                                + " in the application, or let the agent delay them.",
                        List.of(
                                endpoint.failures() + " connects failed, in " + endpoint.storms()
                                        + " storms; the last: " + endpoint.lastFailure() + ".",
                                "They were seen by rule " + endpoint.rule() + "."),
                        Suggestion.Change.option("reconnect.guard", "false", "true")));
                return; // one option for all endpoints; the worst comes first
            }
        }
    }
}
