package io.github.leasewarden.apps.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rule file for {@link Thing}, and the class path of the fault programs. */
final class ThingRule {
    private static final String JSON = """
            {"schema": 1, "rules": [{
              "id": "faults.thing", "kind": "thing", "type": "io.github.leasewarden.apps.faults.Thing",
              "open": [{"on": ["<init>"]}], "use": [{"on": ["use"], "inFlight": true}], "release": [{"on": ["close"]}],
              "expire": {"action": {"on": "handle", "call": "close"}, "onIdle": true}
            }]}
            """;

    private ThingRule() {}

    static String option(Path dir) throws IOException {
        return "rules=" + Files.writeString(dir.resolve("thing.json"), JSON);
    }

    static String classPath() {
        return Path.of(Thing.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }
}
