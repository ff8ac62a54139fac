package io.github.leasewarden.instrumentation.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.leasewarden.instrumentation.rule.Hook.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads rule files. The format is described in {@code docs/adding-a-library.md}; comments are allowed in it.
 *
 * <p>Loads Jackson, so it runs at build time for built-in rules and in premain only where {@code rules=} is given. Stateless.
 */
public final class RuleReader {
    private static final int SCHEMA = 1;
    private static final String[] RULE_FIELDS = {
        "id",
        "kind",
        "library",
        "packages",
        "type",
        "types",
        "subtypeOf",
        "carriers",
        "open",
        "register",
        "use",
        "release",
        "unregister",
        "acquire",
        "derive",
        "scope",
        "clamp",
        "measure",
        "connect",
        "connected",
        "connectFailed",
        "gate",
        "handle",
        "total",
        "batch",
        "expire",
        "poll"
    };

    private RuleReader() {}

    /**
     * Reads one file.
     *
     * @throws RuleException if it cannot be read or used, in one line that names the place
     */
    public static List<Rule> read(Path file) throws RuleException {
        try {
            return parse(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IOException e) {
            throw new RuleException("rule file " + file + " cannot be read: " + e, e);
        }
    }

    /**
     * Reads the text of one file.
     *
     * @param name what to call it in complaints
     * @throws RuleException if it cannot be used
     */
    public static List<Rule> parse(String name, String json) throws RuleException {
        JsonMapper mapper = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        Node file;
        try {
            file = new Node(name, mapper.readTree(json)).allowing("schema", "rules");
        } catch (JsonProcessingException e) {
            throw new RuleException(
                    name + ": not valid JSON at line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(),
                    e);
        }
        if (file.get("schema").number() != SCHEMA) {
            throw file.get("schema").error("this agent reads schema " + SCHEMA);
        }
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node node : file.get("rules").elements()) {
            Rule rule = rule(name, node);
            if (!ids.add(rule.id())) {
                throw node.error("rule id " + rule.id() + " is used twice");
            }
            rules.add(rule);
        }
        return rules;
    }

    private static Rule rule(String file, Node unnamed) throws RuleException {
        String id = unnamed.get("id").text();
        Node node = unnamed.renamed(file + ": rule " + id).allowing(RULE_FIELDS);
        List<Hook> hooks = new ArrayList<>();
        for (Operation operation : List.of(
                Operation.OPEN,
                Operation.REGISTER,
                Operation.USE,
                Operation.RELEASE,
                Operation.UNREGISTER,
                Operation.ACQUIRE,
                Operation.DERIVE,
                Operation.SCOPE,
                Operation.CLAMP,
                Operation.MEASURE)) {
            String section = operation.name().toLowerCase(java.util.Locale.ROOT);
            for (Node hook : node.entries(section)) {
                hooks.add(HookReader.read(operation, node, hook));
            }
        }
        hooks.addAll(ConnectHookReader.read(node));
        hooks.addAll(StreamHookReader.read(node));
        if (hooks.isEmpty()) {
            throw node.error("it hooks nothing: give open, register, clamp, scope, connect, gate or handle");
        }
        return new Rule(
                id,
                node.get("kind").text(),
                node.has("library") ? node.get("library").text() : id,
                node.texts("packages"),
                hooks,
                node.texts("carriers"),
                node.has("expire") ? ExpireReader.read(node.get("expire")) : Expire.NEVER,
                node.has("poll") ? poll(node.get("poll")) : null);
    }

    private static Poll poll(Node node) throws RuleException {
        node.allowing("addresses", "address", "size", "inUse", "max");
        return new Poll(
                node.has("addresses") ? node.get("addresses").text() : "",
                node.has("address") ? node.get("address").text() : "",
                node.get("size").text(),
                node.get("inUse").text(),
                node.has("max") ? node.get("max").text() : "");
    }
}
