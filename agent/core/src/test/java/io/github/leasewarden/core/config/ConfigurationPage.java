package io.github.leasewarden.core.config;

import java.util.Map;

/** The text of {@code docs/configuration.md}. */
final class ConfigurationPage {
    private static final String INTRO = """
            # Configuration

            <!-- Generated from Setting.java by ConfigurationPageTest: change the table there, not this page. -->

            Every option has a default; none has to be given. There are four ways to give one. Where several give the same option, the
            first in this list counts:

            1. the agent's argument: `-javaagent:leasewarden-agent.jar=mode=observe,report.dir=/var/reports`. A comma separates options; a
               backslash makes the next character ordinary, as in `report.dir=a\\,b`
            2. a system property: `-Dleasewarden.report.dir=/var/reports`
            3. an environment variable, with `.` and `-` as `_`: `LEASEWARDEN_REPORT_DIR=/var/reports`
            4. a properties file with a line for each option, named by `config`: `report.dir=/var/reports`

            An option that is unknown, or whose value cannot be used, never stops the application: one line on standard error names it, and the
            default is used.

            Times need a unit (`500ms`, `60s`, `30m`, `12h`, `7d`); sizes may have one (`64KiB`, `64MiB`, `1GiB`).

            | option | default | allowed | meaning |
            |---|---|---|---|
            """;

    private static final String OUTRO = """

            ## For single rules and kinds

            | option | default | allowed | meaning |
            |---|---|---|---|
            | `mode.<rule>` | the value of `mode` | `observe`, `guard`, `strict` | the mode of one rule, by its id: `mode.neo4j.session=strict` |
            | `ttl.<kind>` | `30m`; `neo4j-session`: `10m`, in strict mode `30s` | 1 s to 365 d | how long a lease of this kind may be idle: `ttl.subscription=1h` |

            As environment variables: `LEASEWARDEN_MODE_NEO4J_SESSION`, for rules whose id has no hyphen, and `LEASEWARDEN_TTL_NEO4J_SESSION`,
            for kinds written with hyphens only.
            """;

    private ConfigurationPage() {}

    static String write() {
        StringBuilder page = new StringBuilder(INTRO);
        for (Setting setting : Setting.values()) {
            page.append("| `").append(setting.key()).append("` | ");
            page.append(setting.absent() == null ? "–" : "`" + setting.absent() + "`");
            page.append(" | ")
                    .append(allowed(setting))
                    .append(" | ")
                    .append(setting.doc())
                    .append(" |\n");
        }
        return page.append(OUTRO).toString();
    }

    private static String allowed(Setting setting) {
        return range(setting) + (setting.mayBeOff() ? ", `off`" : "");
    }

    private static String range(Setting setting) {
        switch (setting.type()) {
            case FLAG:
                return "`true`, `false`";
            case MODE:
                return "`observe`, `guard`, `strict`";
            case TEXT:
                return "a text";
            case RATIO:
                return "above 0, up to 1";
            case COUNT:
                return setting.least() + " to " + setting.most();
            case DURATION:
                return inUnits(
                        setting.least(),
                        setting.most(),
                        Map.of(1L, "ms", 1_000L, "s", 60_000L, "min", 86_400_000L, "d"));
            default:
                return inUnits(
                        setting.least(),
                        setting.most(),
                        Map.of(1L, "B", 1L << 10, "KiB", 1L << 20, "MiB", 1L << 30, "GiB"));
        }
    }

    private static String inUnits(long least, long most, Map<Long, String> units) {
        return inUnits(least, units) + " to " + inUnits(most, units);
    }

    /** The largest unit that leaves no fraction. */
    private static String inUnits(long amount, Map<Long, String> units) {
        long unit = units.keySet().stream()
                .filter(size -> amount != 0 && amount % size == 0)
                .max(Long::compare)
                .orElse(1L);
        return amount == 0 ? "0" : amount / unit + " " + units.get(unit);
    }
}
