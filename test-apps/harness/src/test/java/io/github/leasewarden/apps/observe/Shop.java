package io.github.leasewarden.apps.observe;

import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Starts programs of this package under the agent. */
final class Shop {
    private static final String RULES = """
            {"schema": 1, "rules": [
              {"id": "shop.order", "kind": "order", "type": "io.github.leasewarden.apps.observe.Order",
               "open": [{"on": ["<init>"]}], "use": [{"on": ["use"], "inFlight": true}], "release": [{"on": ["close"]}],
               "expire": {"action": {"on": "handle", "call": "close"}, "onIdle": true}},
              {"id": "shop.till", "kind": "pool", "type": "io.github.leasewarden.apps.observe.Till",
               "open": [{"on": ["<init>"]}],
               "poll": {"address": "address()", "size": "size()", "inUse": "inUse()", "max": "max()"}}
            ]}
            """;

    private Shop() {}

    static AppUnderAgent program(Class<?> main, int jdk, Path dir, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("rules=" + Files.writeString(dir.resolve("shop-rules.json"), RULES));
        all.add("sample.interval=1s");
        String classes =
                Order.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        return AppUnderAgent.main(classes, main.getName())
                .agent(all.toArray(String[]::new))
                .on(Jdk.require(jdk))
                .deadline(Duration.ofMinutes(5));
    }

    /** Waits, on a slow machine for long. */
    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited three minutes for " + what);
            }
            Thread.sleep(200);
        }
    }
}
