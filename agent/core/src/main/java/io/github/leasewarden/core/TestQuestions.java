package io.github.leasewarden.core;

import io.github.leasewarden.core.lease.LeaseRegistry;
import io.github.leasewarden.core.lease.LeftOpen;
import io.github.leasewarden.core.lease.TestScopes;
import io.github.leasewarden.core.report.RunInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Answers the test extension, in JDK types only. {@code ask} is one of {@code hello}, {@code begin}, {@code enter}, {@code leave},
 * {@code take-over}, {@code left-open}, {@code end}, {@code unattributed}. An answer has an {@code error} (a sentence) where the
 * question made no sense. Until the first {@code begin} nothing is watched for tests and hooks pay nothing. Thread-safe.
 */
final class TestQuestions implements UnaryOperator<Map<String, Object>> {
    /** Raised by whatever an extension of the version before would misunderstand. */
    static final int PROTOCOL = 1;

    private final LeaseRegistry registry;
    private @Nullable TestScopes scopes;

    TestQuestions(LeaseRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Map<String, Object> apply(Map<String, Object> question) {
        try {
            return answer(String.valueOf(question.get("ask")), question);
        } catch (IllegalArgumentException e) {
            return Map.of("error", String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Object> answer(String ask, Map<String, Object> question) {
        switch (ask) {
            case "hello":
                return Map.of("protocol", PROTOCOL, "version", RunInfo.readVersion());
            case "begin":
                return Map.of("test", scopes().begin(number(question, "parent")));
            case "enter":
                scopes().enter(number(question, "test"));
                return Map.of();
            case "leave":
                scopes().leave();
                return Map.of();
            case "take-over":
                scopes().takeOver(number(question, "from"), number(question, "test"));
                return Map.of();
            case "left-open":
                return Map.of("leases", maps(scopes().leftOpen(number(question, "test"))));
            case "end":
                scopes().end(number(question, "test"));
                return Map.of();
            case "unattributed":
                return Map.of("leases", maps(scopes().unattributed()));
            default:
                throw new IllegalArgumentException("the agent does not know the question \"" + ask + '"');
        }
    }

    private synchronized TestScopes scopes() {
        TestScopes known = scopes;
        if (known == null) {
            known = TestScopes.watch(registry);
            scopes = known;
        }
        return known;
    }

    private static long number(Map<String, Object> question, String key) {
        if (question.get(key) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException('"' + key + "\" is missing or not a long");
    }

    private static List<Map<String, Object>> maps(List<LeftOpen> leases) {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (LeftOpen lease : leases) {
            Map<String, Object> map = new HashMap<>();
            map.put("kind", lease.kind());
            map.put("rule", lease.rule());
            map.put("site", lease.site());
            map.put("className", lease.handleClass());
            map.put("count", lease.count());
            map.put("frames", lease.frames());
            maps.add(map);
        }
        return maps;
    }
}
