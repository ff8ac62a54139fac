package io.github.leasewarden.core.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects options from everywhere, the stronger source winning: argument, system property, environment, file. */
final class OptionSources {
    private static final String PROPERTY = "leasewarden.";
    private static final String VARIABLE = "LEASEWARDEN_";

    private OptionSources() {}

    /** Values by key, trimmed; unknown keys are among them. */
    static Map<String, String> merge(
            @Nullable String argument, Properties properties, Map<String, String> environment, Consumer<String> warn) {
        Map<String, String> merged = fromEnvironment(environment);
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PROPERTY)) {
                merged.put(name.substring(PROPERTY.length()), properties.getProperty(name));
            }
        }
        merged.putAll(AgentArguments.parse(argument, warn));
        String file = merged.get(Setting.CONFIG.key());
        if (file != null && !file.isBlank()) {
            Map<String, String> all = fromFile(file.trim(), warn);
            all.putAll(merged);
            merged = all;
        }
        merged.replaceAll((key, value) -> value.trim());
        return merged;
    }

    private static Map<String, String> fromEnvironment(Map<String, String> environment) {
        Map<String, String> keys = new HashMap<>();
        for (Setting setting : Setting.values()) {
            keys.put(setting.variable(), setting.key());
        }
        Map<String, String> found = new HashMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith(VARIABLE)) {
                found.put(keys.getOrDefault(variable, key(variable)), value);
            }
        });
        return found;
    }

    /** A variable cannot tell dot from hyphen: kinds are written with hyphens, rule ids with dots, and unknown keys are only told. */
    private static String key(String variable) {
        String name = variable.substring(VARIABLE.length()).toLowerCase(Locale.ROOT);
        return name.startsWith("ttl_")
                ? AgentConfig.TTL + name.substring("ttl_".length()).replace('_', '-')
                : name.replace('_', '.');
    }

    private static Map<String, String> fromFile(String name, Consumer<String> warn) {
        Map<String, String> found = new HashMap<>();
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(name))) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            warn.accept("config file " + name + " cannot be read (" + e + "); going on without it");
        }
        for (String key : properties.stringPropertyNames()) {
            found.put(key, properties.getProperty(key));
        }
        return found;
    }
}
