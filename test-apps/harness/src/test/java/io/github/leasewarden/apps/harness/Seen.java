package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** What a report says, in the terms of the tests. Sites are named by the application's own frame: {@code Class.method}. */
record Seen(AppRun run, JsonNode report) {
    static Seen lastOf(AppRun run) {
        return new Seen(run, run.report());
    }

    /** Counts of one site: {@code opened} is always the sum of the others. */
    record Counts(long opened, long released, long open, long collected, Map<String, Long> expired) {
        static Counts of(int opened, int released, int open) {
            return new Counts(opened, released, open, 0, Map.of());
        }

        Counts collected(int collected) {
            return new Counts(opened, released, open, collected, expired);
        }

        Counts expired(String cause, int count) {
            Map<String, Long> causes = new TreeMap<>(expired);
            causes.put(cause, (long) count);
            return new Counts(opened, released, open, collected, causes);
        }

        private Counts plus(Counts other) {
            Map<String, Long> causes = new TreeMap<>(expired);
            other.expired.forEach((cause, count) -> causes.merge(cause, count, Long::sum));
            return new Counts(
                    opened + other.opened,
                    released + other.released,
                    open + other.open,
                    collected + other.collected,
                    causes);
        }
    }

    /** The rule matched classes of the library and nothing was amiss. */
    Seen assertActive(String rule) {
        JsonNode entry = elements("rules").stream()
                .filter(each -> each.at("/id").asText().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule " + rule + " in the report of " + run));
        assertThat(entry.at("/status").asText())
                .as("status of rule %s in %s", rule, run)
                .isEqualTo("active");
        assertThat(entry.at("/classesMatched").asInt())
                .as("classes of %s", rule)
                .isPositive();
        return this;
    }

    /** The sites of a rule are exactly these, each with these counts. */
    Seen assertSites(String rule, Map<String, Counts> expected) {
        assertThat(new TreeMap<>(sites(rule)))
                .as("sites of %s in %s", rule, run)
                .isEqualTo(new TreeMap<>(expected));
        return this;
    }

    /** Counts by the opening frame. */
    Map<String, Counts> sites(String rule) {
        Map<String, Counts> sites = new TreeMap<>();
        for (JsonNode lease : elements("leases")) {
            if (lease.at("/rule").asText().equals(rule) && lease.at("/opened").asLong() > 0) {
                assertThat(lease.at("/failed").asLong())
                        .as("failed releases: %s", lease)
                        .isZero();
                sites.merge(frame(lease.at("/site/frames/0").asText()), counts(lease), Counts::plus);
            }
        }
        return sites;
    }

    Counts total(String rule) {
        return sites(rule).values().stream().reduce(Counts.of(0, 0, 0), Counts::plus);
    }

    Counts site(String rule, String frame) {
        Counts counts = sites(rule).get(frame);
        assertThat(counts).as("site %s among %s in %s", frame, sites(rule), run).isNotNull();
        return counts;
    }

    /** Nothing the application used was taken from it. */
    Seen assertNoFalsePositive() {
        assertThat(elements("falsePositives")).as("false positives in %s", run).isEmpty();
        return this;
    }

    List<JsonNode> elements(String section) {
        return StreamSupport.stream(report.path(section).spliterator(), false).toList();
    }

    List<String> texts(String section, String pointer) {
        List<String> texts = new ArrayList<>();
        elements(section).forEach(each -> texts.add(each.at(pointer).asText()));
        return texts;
    }

    private static Counts counts(JsonNode lease) {
        Map<String, Long> expired = new TreeMap<>();
        lease.path("expired")
                .fields()
                .forEachRemaining(
                        each -> expired.put(each.getKey(), each.getValue().asLong()));
        return new Counts(
                lease.at("/opened").asLong(),
                lease.at("/released").asLong(),
                lease.at("/open").asLong(),
                lease.at("/collected").asLong(),
                expired);
    }

    /** {@code app//io.acme.Shop$Cart.add(Shop.java:7)} is {@code Shop$Cart.add}. */
    static String frame(String full) {
        String method = full.replaceAll("\\(.*", "").replaceAll(".*/", "");
        String[] parts = method.split("\\.", -1);
        return parts.length < 2 ? method : parts[parts.length - 2] + "." + parts[parts.length - 1];
    }
}
