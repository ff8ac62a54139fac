package io.github.leasewarden.apps.support;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The command line of a test app: flags ({@code --correct}) and values ({@code --seconds 10}).
 *
 * <p>An argument nobody declared ends the program with status 2 and the usage: a misspelt option that is silently ignored
 * would make a test pass for the wrong reason.
 */
public final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> flags = new HashSet<>();

    private Options() {}

    /**
     * Reads the arguments of {@code main}.
     *
     * @param usage every option the app knows, separated by blanks, a value with its default: {@code "--seconds=10 --quiet"}
     */
    public static Options parse(String[] args, String usage) {
        Options options = new Options();
        Set<String> knownFlags = new HashSet<>();
        for (String option : usage.split(" ", -1)) {
            int equals = option.indexOf('=');
            if (equals < 0) {
                knownFlags.add(option);
            } else {
                options.values.put(option.substring(0, equals), option.substring(equals + 1));
            }
        }
        for (int i = 0; i < args.length; i++) {
            // -uri and --uri are the same option
            String name = args[i].startsWith("--") ? args[i] : "-" + args[i];
            if (knownFlags.contains(name)) {
                options.flags.add(name);
            } else if (options.values.containsKey(name) && i + 1 < args.length) {
                options.values.put(name, args[++i]);
            } else {
                throw exit("Unknown or incomplete option " + args[i] + "; there are " + usage);
            }
        }
        return options;
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    public String text(String name) {
        return values.get(name);
    }

    public int number(String name) {
        try {
            return Integer.parseInt(values.get(name));
        } catch (NumberFormatException e) {
            throw exit(name + " takes a whole number, not '" + values.get(name) + "'");
        }
    }

    /** The Neo4j server to use: {@code --uri}, else the environment variable {@code NEO4J_URI}. */
    public String neo4jUri() {
        String uri = values.get("--uri");
        if (uri.isEmpty()) {
            uri = System.getenv().getOrDefault("NEO4J_URI", "");
        }
        if (uri.isEmpty()) {
            throw exit("No Neo4j server: set NEO4J_URI or give --uri bolt://host:port");
        }
        return uri;
    }

    private static IllegalArgumentException exit(String message) {
        System.err.println(message);
        System.exit(2);
        return new IllegalArgumentException(message);
    }
}
