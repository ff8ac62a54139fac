package io.github.leasewarden.instrumentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every complaint names file, rule and field in one line: people write these files by hand. */
class RuleReaderErrorTest {
    private static final String PLAIN =
            "'id': 'acme.feed', 'kind': 'subscription', 'type': 'com.acme.Feed', 'open': [{ 'on': ['<init>'] }]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'ownr': 'arg0'                       | .open[0]: unknown field ownr; known are",
                "'owner': 'arg'                       | .open[0].owner: unknown expression \"arg\"; expected this, arg0",
                "'owner': 'arg10'                     | .open[0].owner: unknown expression",
                "'owner': 'ARG0'                      | .open[0].owner: unknown expression",
                "'owner': 'this'                      | .open[0].owner: the owner is the handle itself",
                "'handle': 'arg0', 'owner': 'arg0'    | .open[0].owner: the owner is the handle itself",
                "'handle': 'none'                     | .open[0]: handle must name an object",
                "'owner': 3                           | .open[0].owner: expected a text",
                "'owner': '  '                        | .open[0].owner: expected a text",
                "'type': ['a.B']                      | .open[0].type: expected a text",
                "'types': 'a.B'                       | .open[0].types: expected a list",
                "'types': []                          | .open[0].types: name at least one type",
                "'subtypeOf': []                      | .open[0].subtypeOf: name at least one type",
                "'subtypeOf': [7]                     | .open[0].subtypeOf[0]: expected a text",
                "'inFlight': 'yes'                    | .open[0].inFlight: expected true or false",
                "'all': true                          | .open[0]: all belongs into use or unregister",
            })
    void aWrongFieldOfAHook(String field, String complaint) {
        complains(PLAIN.replace("'<init>'] }", "'<init>'], " + field + " }"), "rule acme.feed" + complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'opened': []                         | : unknown field opened; known are acquire, batch",
                "'use': {}                            | .use: expected a list",
                "'use': ['post']                      | .use[0]: expected an object",
                "'use': [{}]                          | .use[0]: field on is missing",
                "'use': [{ 'on': [] }]                | .use[0]: field on is missing",
                "'use': [{ 'on': 'post' }]            | .use[0].on: expected a list",
                "'use': [{ 'on': [''] }]              | .use[0].on[0]: expected a text",
                "'use': [{ 'on': ['*'] }]             | .use[0].on[0]: method \"*\" names nothing",
                "'use': [{ 'on': ['a', '/2'] }]       | .use[0].on[1]: method \"/2\" names nothing",
                "'use': [{ 'on': ['post/x'] }]        | .use[0].on[0]: method \"post/x\": the part after / must be a number",
                "'use': [{ 'on': ['post/'] }]         | .use[0].on[0]: method \"post/\": the part after / must be a number",
                "'use': [{ 'on': ['post/-2'] }]       | .use[0].on[0]: method \"post/-2\": the part after / must be a number",
                "'use': [{ 'on': ['a'], 'of': 'return' }]     | .use[0].of: return is not known before the call",
                "'release': [{ 'on': ['a'], 'of': 'return' }] | .release[0].of: return is not known before the call",
                "'use': [{ 'on': ['<init>'], 'inFlight': true }] | .use[0].on: a constructor cannot be wrapped",
                "'scope': [{ 'on': ['<init>'], 'owner': 'arg0' }] | .scope[0].on: a constructor cannot be wrapped",
                "'unregister': [{ 'on': ['<init>'], 'handle': 'arg0' }] | .unregister[0].on: a constructor cannot be wrapped",
                "'derive': [{ 'on': ['a'] }]          | .derive[0]: field child is missing",
                "'acquire': [{ 'on': ['a'] }]         | .acquire[0]: field child is missing",
                "'scope': [{ 'on': ['a'] }]           | .scope[0]: field owner is missing",
                "'scope': [{ 'on': ['a'], 'owner': 'return' }]   | .scope[0]: owner must be known before the call",
                "'clamp': [{ 'on': ['a'] }]           | .clamp[0]: field setting is missing",
                "'connect': [{ 'on': ['a'] }]         | .connect[0]: field endpoint is missing",
                "'connect': [{ 'on': ['a'], 'endpoint': 'return' }] | .connect[0].endpoint: the endpoint must be known before the call",
                "'connect': [{ 'on': ['a'], 'endpoint': 'uri()' }] | .connect[0].endpoint: unknown expression \"uri()\"",
                "'connect': [{ 'on': ['<init>'], 'endpoint': 'arg0' }] | .connect[0].on: a constructor cannot be wrapped",
                "'connectFailed': [{ 'on': ['a'], 'reason': 'return' }] | .connectFailed[0].reason: the reason must be known",
                "'expire': { 'maxOpen': { 'setting': 's', 'per': 'p' } } | .expire: field action is missing",
                "'expire': { 'action': { 'call': 'close' }, 'maxOpen': { 'setting': 's' } } | .expire.maxOpen: field per is missing",
                "'gate': [{ 'on': ['<init>'] }]       | .gate[0].on: a constructor cannot be wrapped",
                "'gate': [{ 'on': ['a'], 'limit': 5 }] | .gate[0]: unknown field limit; known are on, subtypeOf",
                "'handle': [{}]                       | .handle[0]: field on is missing",
                "'handle': [{ 'on': ['a'], 'limit': 0 }] | .handle[0].limit: expected a number from 1 to 1000000",
                "'handle': [{ 'on': ['a'], 'limit': -1 }] | .handle[0].limit: expected a number from 1 to 1000000",
                "'handle': [{ 'on': ['a'], 'limit': 'x' }] | .handle[0].limit: expected a whole number",
                "'handle': [{ 'on': ['a'], 'returnDefault': true }] | .handle[0].returnDefault: it says what an isolated item returns",
                "'total': [{ 'on': ['a'] }]           | .total[0]: field value is missing",
                "'total': [{ 'on': ['a'], 'value': 'return' }] | .total[0].value: the total must be known before the call",
                "'batch': [{ 'max': 0 }]              | .batch[0].max: expected a number from 1 to 1000000",
                "'batch': [{ 'on': ['a'] }]           | .batch[0]: unknown field on",
                "'clamp': [{ 'on': ['a'], 'setting': 's', 'unlimited': 'zero' }] | .clamp[0].unlimited: \"zero\" is none of negative, not-positive",
                "'expire': []                         | .expire: expected an object",
                "'expire': { 'onIdle': true }         | .expire: field action is missing",
                "'expire': { 'onOwnerEnd': true }     | .expire: field action is missing",
                "'expire': { 'onShutdown': true }     | .expire: field action is missing",
                "'expire': { 'onIdel': true }         | .expire: unknown field onIdel",
                "'expire': { 'action': {} }           | .expire.action: field call is missing",
                "'expire': { 'action': { 'call': 'close', 'on': 'owner' } } | .expire.action.on: \"owner\" is none of handle, receiver, held",
                "'expire': { 'action': { 'call': 'close', 'args': ['arg0'] } } | .expire.action.args[0]: unknown argument \"arg0\"",
                "'expire': { 'onHandleCollected': { 'call': 'close' } } | .expire.onHandleCollected: on must be held",
                "'expire': { 'busyWhen': ['!'] }      | .expire.busyWhen[0]: empty probe",
                "'poll': { 'inUse': 'a' }             | .poll: field size is missing",
            })
    void aWrongSectionOfARule(String section, String complaint) {
        complains(PLAIN + ", " + section, "rule acme.feed" + complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'kind': 'k', 'open': []              | rules[0]: field id is missing",
                "'id': 7                              | rules[0].id: expected a text",
                "'id': null                           | rules[0]: field id is missing",
                "'id': 'x', 'kind': 'k'               | rule x: it hooks nothing",
                "'id': 'x', 'kind': 'k', 'open': [{ 'on': ['a'] }]  | rule x.open[0]: neither it nor its rule names a type",
                "'id': 'x', 'type': 'a.B', 'open': [{ 'on': ['a'] }] | rule x: field kind is missing",
            })
    void anIncompleteRule(String fields, String complaint) {
        complains(fields, complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{ \"schema\": 2, \"rules\": [] }        | acme.json.schema: this agent reads schema 1",
                "{ \"schema\": \"1\", \"rules\": [] }    | acme.json.schema: expected a whole number",
                "{ \"rules\": [] }                     | acme.json: field schema is missing",
                "{ \"schema\": 1 }                     | acme.json: field rules is missing",
                "{ \"schema\": 1, \"rules\": {} }        | acme.json.rules: expected a list",
                "{ \"schema\": 1, \"rule\": [] }         | acme.json: unknown field rule; known are rules, schema",
                "[]                                   | acme.json: expected an object",
                "{ \"schema\": 1, \"schema\": 1 }        | acme.json: not valid JSON at line 1: Duplicate",
                "{ \"schema\": 1, \"rules\": [] } { }    | acme.json: not valid JSON at line 1: Trailing token",
            })
    void aFileThatIsNoRuleFile(String json, String complaint) {
        complainsOfFile(json, complaint);
    }

    @Test
    void anEmptyFile() {
        complainsOfFile("", "acme.json: expected an object");
    }

    @Test
    void invalidJsonIsNamedWithItsLine() {
        complainsOfFile("{\n  \"schema\": 1,\n  \"rules\": [,]\n}", "acme.json: not valid JSON at line 3: Unexpected");
    }

    @Test
    void aDuplicateKeyIsNamedWithItsLine() {
        String json = file(PLAIN).replace("\"kind\"", "\n\"id\": \"other\", \"kind\"");
        complainsOfFile(json, "acme.json: not valid JSON at line 2: Duplicate field 'id'");
    }

    @Test
    void aDuplicateId() {
        complains(PLAIN + "}, {" + PLAIN, "rules[1]: rule id acme.feed is used twice");
    }

    @Test
    void aFileThatIsNotThere(@TempDir Path dir) {
        Path file = dir.resolve("gone.json");
        assertThatThrownBy(() -> RuleReader.read(file))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("cannot be read");
    }

    private static String file(String rule) {
        return ("{ 'schema': 1, 'rules': [{ " + rule + " }] }").replace('\'', '"');
    }

    private static void complains(String rule, String complaint) {
        complainsOfFile(file(rule), complaint);
    }

    private static void complainsOfFile(String json, String complaint) {
        assertThatThrownBy(() -> RuleReader.parse("acme.json", json))
                .isInstanceOfSatisfying(
                        RuleException.class,
                        e -> assertThat(e.getMessage())
                                .startsWith("acme.json")
                                .contains(complaint)
                                .doesNotContain("\n"));
    }
}
