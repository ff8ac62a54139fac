package io.github.leasewarden.apps.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.AppUnderAgent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the programs of this package, and reads what they print. */
final class Fault {
    private Fault() {}

    /** Under the agent, with the rule for {@link Thing}, whose file is written to {@code dir}. */
    static AppUnderAgent program(Path dir, Class<?> main, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add(ThingRule.option(dir));
        all.add("sample.interval=1s");
        all.add("report.interval=1s");
        return alone(main).agent(all.toArray(String[]::new));
    }

    /** Without the agent. */
    static AppUnderAgent alone(Class<?> main) {
        return AppUnderAgent.main(ThingRule.classPath(), main.getName()).deadline(Duration.ofMinutes(4));
    }

    /** The number at the end of the line that starts so. */
    static long number(AppRun run, String label) {
        String line = line(run, label);
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }

    /** What the program printed under that label; not by its place, because the JVM may warn on standard output, too. */
    static String line(AppRun run, String label) {
        return run.stdout()
                .lines()
                .filter(line -> line.startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(run.toString()));
    }

    static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    /** What the last report says of all sites of a rule together. */
    static JsonNode leases(AppRun run, String rule) {
        ObjectNode sum = JsonNodeFactory.instance.objectNode();
        for (JsonNode site : run.report().path("leases")) {
            if (site.path("rule").asText().equals(rule)) {
                add(sum, site);
            }
        }
        return sum;
    }

    private static void add(ObjectNode sum, JsonNode site) {
        site.fields().forEachRemaining(field -> {
            if (field.getValue().isIntegralNumber()) {
                sum.put(
                        field.getKey(),
                        sum.path(field.getKey()).asLong() + field.getValue().asLong());
            } else if (field.getKey().equals("expired")) {
                add(sum.withObjectProperty("expired"), field.getValue());
            }
        });
    }

    /** How often something is repeated: few times in a build, as often as {@code docs/safety.md} says in the profile {@code faults}. */
    static int times(String what, int inABuild) {
        return Integer.getInteger("leasewarden." + what, inABuild);
    }
}
