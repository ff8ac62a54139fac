package io.github.leasewarden.core.pressure;

import io.github.leasewarden.core.pressure.Alerts.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks with every rule and writes what is new into the book of {@link Alerts}. An episode is the time a source stands above INFO;
 * evidence is taken once an episode, at its first alert, while what went wrong can still be seen. One thread.
 */
public final class AlertRules {
    private final Alerts alerts;
    private final Function<String, @Nullable String> evidence;
    private final List<AlertRule> rules;

    /** @param evidence stores what is known about classes and threads now, under the alert's text; answers with the file's name or null */
    public AlertRules(AlertSettings settings, Alerts alerts, Function<String, @Nullable String> evidence) {
        this.alerts = alerts;
        this.evidence = evidence;
        this.rules = List.of(
                new HeapAlert(settings),
                new LeakAlert(),
                new GcAlert(settings),
                new PoolAlert(),
                new ContainerAlert(settings));
    }

    /** One look. */
    public void look(Look look) {
        for (AlertRule rule : rules) {
            boolean quiet = rule.level() == Level.INFO;
            AlertRule.News news = rule.look(look);
            if (news != null) {
                String file = quiet && news.level() != Level.INFO ? evidence.apply(news.text()) : null;
                alerts.raise(
                        news.level(),
                        rule.source(),
                        file == null ? news.text() : news.text() + "; evidence in " + file,
                        file);
            }
        }
    }

    /** How each source stands. */
    public Map<AlertSource, Level> standing() {
        Map<AlertSource, Level> standing = new EnumMap<>(AlertSource.class);
        rules.forEach(rule -> standing.put(rule.source(), rule.level()));
        return standing;
    }
}
