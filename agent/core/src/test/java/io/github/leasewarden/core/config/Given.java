package io.github.leasewarden.core.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Options as a test gives them, and what was warned of. */
final class Given {
    private final Properties properties = new Properties();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private String argument;

    static Given nothing() {
        return new Given();
    }

    static Given argument(String argument) {
        Given given = new Given();
        given.argument = argument;
        return given;
    }

    Given property(String name, String value) {
        properties.setProperty(name, value);
        return this;
    }

    Given variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    AgentConfig read() {
        return AgentConfig.read(argument, properties, environment, warnings::add);
    }

    List<String> warnings() {
        return warnings;
    }
}
