package io.github.leasewarden.core.config;

import io.github.leasewarden.core.lease.LeaseSettings;
import io.github.leasewarden.core.lease.Mode;
import io.github.leasewarden.core.pressure.AlertSettings;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The options in force. In order of precedence: the agent's argument, {@code -Dleasewarden.key}, {@code LEASEWARDEN_KEY}, the file named by
 * {@code config}, the default. A bad value never stops the application: one line names it, and the default is used. Immutable.
 */
public final class AgentConfig {
    static final String MODE = "mode.";
    static final String TTL = "ttl.";
    private static final long LEAST_TTL_MILLIS = 1_000;
    private static final long MOST_TTL_MILLIS = 365L * 86_400_000L;

    private final Map<Setting, String> values;
    private final Map<String, Mode> ruleModes;
    private final Map<String, Duration> ttls;

    private AgentConfig(Map<Setting, String> values, Map<String, Mode> ruleModes, Map<String, Duration> ttls) {
        this.values = values;
        this.ruleModes = Map.copyOf(ruleModes);
        this.ttls = Map.copyOf(ttls);
    }

    /**
     * Reads all sources.
     *
     * @param argument what stood after {@code =} in {@code -javaagent}
     * @param properties system properties
     * @param environment environment variables
     * @param warn told of every unknown or malformed option
     */
    public static AgentConfig read(
            @Nullable String argument, Properties properties, Map<String, String> environment, Consumer<String> warn) {
        return parse(OptionSources.merge(argument, properties, environment, warn), warn);
    }

    private static AgentConfig parse(Map<String, String> given, Consumer<String> warn) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        Map<String, Mode> modes = new HashMap<>();
        Map<String, Duration> ttls = new HashMap<>();
        Map<String, Setting> known = new HashMap<>();
        for (Setting setting : Setting.values()) {
            known.put(setting.key(), setting);
            if (setting.absent() != null) {
                values.put(setting, setting.absent());
            }
        }
        for (Map.Entry<String, String> option : given.entrySet()) {
            String key = option.getKey();
            Setting setting = known.get(key);
            try {
                if (setting != null) {
                    check(setting, option.getValue());
                    values.put(setting, option.getValue());
                } else if (key.startsWith(MODE)) {
                    modes.put(key.substring(MODE.length()), Values.mode(option.getValue()));
                } else if (key.startsWith(TTL)) {
                    Duration ttl = Values.duration(option.getValue());
                    requireBetween(ttl.toMillis(), LEAST_TTL_MILLIS, MOST_TTL_MILLIS, " ms");
                    ttls.put(key.substring(TTL.length()), ttl);
                } else {
                    List<String> meant = Suggestion.of(key);
                    warn.accept("unknown option " + key + "; it is ignored"
                            + (meant.isEmpty() ? "" : "; did you mean " + String.join(" or ", meant) + "?"));
                }
            } catch (IllegalArgumentException e) {
                warn.accept("option " + key + ": \"" + option.getValue() + "\" is not " + e.getMessage()
                        + (setting != null && setting.mayBeOff() ? ", or off" : "") + "; using "
                        + (setting == null || setting.absent() == null ? "none" : setting.absent()));
            }
        }
        return new AgentConfig(values, modes, ttls);
    }

    private static void check(Setting setting, String value) {
        if (isOff(setting, value)) {
            return;
        }
        long number;
        switch (setting.type()) {
            case FLAG:
                Values.flag(value);
                return;
            case MODE:
                Values.mode(value);
                return;
            case RATIO:
                Values.ratio(value);
                return;
            case TEXT:
                if (value.isEmpty()) {
                    throw new IllegalArgumentException("a text");
                }
                return;
            case COUNT:
                number = Values.count(value);
                break;
            case BYTES:
                number = Values.bytes(value);
                break;
            default:
                number = Values.duration(value).toMillis();
                break;
        }
        requireBetween(number, setting.least(), setting.most(), setting.type() == Setting.Type.DURATION ? " ms" : "");
    }

    private static void requireBetween(long number, long least, long most, String unit) {
        if (number < least || number > most) {
            throw new IllegalArgumentException("between " + least + unit + " and " + most + unit);
        }
    }

    private static boolean isOff(Setting setting, String value) {
        return setting.mayBeOff() && value.equalsIgnoreCase("off");
    }

    private <T> @Nullable T get(Setting setting, Function<String, T> parse) {
        String value = values.get(setting);
        return value == null || isOff(setting, value) ? null : parse.apply(value);
    }

    private <T> T require(Setting setting, Function<String, T> parse) {
        T value = get(setting, parse);
        if (value == null) {
            throw new IllegalStateException("setting " + setting.key() + " has no value");
        }
        return value;
    }

    /** The text, or null. */
    public @Nullable String text(Setting setting) {
        return get(setting, text -> text);
    }

    public boolean flag(Setting setting) {
        return Values.flag(String.valueOf(values.get(setting)));
    }

    public long count(Setting setting) {
        return require(setting, Values::count);
    }

    /** The count, or null where it is off. */
    public @Nullable Long countOrOff(Setting setting) {
        return get(setting, Values::count);
    }

    public long bytes(Setting setting) {
        return require(setting, Values::bytes);
    }

    /** The size, or null where it is off. */
    public @Nullable Long bytesOrOff(Setting setting) {
        return get(setting, Values::bytes);
    }

    public double ratio(Setting setting) {
        return require(setting, Values::ratio);
    }

    public Duration duration(Setting setting) {
        return require(setting, Values::duration);
    }

    /** The duration, or null where it is off. */
    public @Nullable Duration durationOrOff(Setting setting) {
        return get(setting, Values::duration);
    }

    public Mode mode() {
        return require(Setting.MODE, Values::mode);
    }

    /** Modes of single rules, by rule id. */
    public Map<String, Mode> ruleModes() {
        return ruleModes;
    }

    /** Idle times by kind, where given. */
    public Map<String, Duration> ttls() {
        return ttls;
    }

    /** The user's rule files. */
    public List<Path> ruleFiles() {
        List<Path> files = new ArrayList<>();
        String text = text(Setting.RULES);
        if (text != null) {
            for (String name : text.split(File.pathSeparator)) {
                if (!name.isBlank()) {
                    files.add(Path.of(name.trim()));
                }
            }
        }
        return files;
    }

    /** When alerts are raised. A reading is never stale within three looks. */
    public AlertSettings alerts() {
        Duration stale = duration(Setting.ALERT_STALE);
        Duration looks = duration(Setting.SAMPLE_INTERVAL).multipliedBy(3);
        return new AlertSettings(
                ratio(Setting.ALERT_WARN),
                ratio(Setting.ALERT_CRITICAL),
                stale.compareTo(looks) < 0 ? looks : stale,
                ratio(Setting.ALERT_GC_SHARE),
                duration(Setting.ALERT_GC_WINDOW),
                durationOrOff(Setting.ALERT_GC_PAUSE),
                ratio(Setting.ALERT_CONTAINER));
    }

    /** What the lease side needs. */
    public LeaseSettings leases() {
        Map<String, Long> limits = new HashMap<>();
        for (Setting setting : List.of(
                Setting.NEO4J_POOL_MAX,
                Setting.NEO4J_FETCH_SIZE,
                Setting.NEO4J_RESULT_MAX_ROWS,
                Setting.NEO4J_SESSIONS_MAX_OPEN)) {
            Long limit = get(setting, Values::count);
            if (limit != null) {
                limits.put(setting.key(), limit);
            }
        }
        for (Setting setting : List.of(
                Setting.NEO4J_POOL_LIFETIME,
                Setting.NEO4J_POOL_ACQUISITION,
                Setting.NEO4J_TX_TIMEOUT,
                Setting.WEBSOCKET_CONNECT_TIMEOUT)) {
            Duration limit = durationOrOff(setting);
            if (limit != null) {
                limits.put(setting.key(), limit.toMillis());
            }
        }
        return new LeaseSettings(
                mode(),
                ruleModes,
                ttls,
                durationOrOff(Setting.MAX_AGE),
                (int) count(Setting.CROWD),
                limits,
                (int) count(Setting.LEASES_MAX),
                duration(Setting.OWNER_GRACE),
                duration(Setting.RELEASE_DEADLINE),
                (int) count(Setting.EXPIRY_RATE),
                flag(Setting.NEO4J_ROLLBACK),
                durationOrOff(Setting.GC_ON_POOL_PRESSURE));
    }
}
