package io.github.leasewarden.instrumentation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.instrumentation.rule.Hook.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleReaderTest {

    @Test
    void theSmallestRuleGetsHarmlessDefaults() throws RuleException {
        Rule rule = only("'id': 'a.b', 'kind': 'k', 'type': 'a.B', 'open': [{ 'on': ['<init>'] }]");
        assertThat(rule.library()).isEqualTo("a.b");
        assertThat(rule.expire()).isEqualTo(Expire.NEVER);
        assertThat(rule.poll()).isNull();
        assertThat(rule.packages()).isEmpty();
        assertThat(rule.carriers()).isEmpty();
        Hook open = rule.hooks().get(0);
        assertThat(open.handle()).isEqualTo(Expr.THIS);
        assertThat(open.of()).isEqualTo(Expr.THIS);
        assertThat(open.owner()).isEqualTo(Expr.NONE);
        assertThat(open.inFlight()).isFalse();
        assertThat(open.clamp()).isNull();
    }

    @Test
    void aHookWithoutTypesTakesThoseOfItsRule() throws RuleException {
        Rule rule = only("'id': 'a', 'kind': 'k', 'type': 'a.A', 'types': ['a.B'], 'subtypeOf': ['a.R'], "
                + "'open': [{ 'on': ['x'] }, { 'on': ['x'], 'type': 'a.C' }]");
        assertThat(rule.hooks().get(0).target()).isEqualTo(new Target(List.of("a.B", "a.A"), List.of("a.R")));
        assertThat(rule.hooks().get(1).target()).isEqualTo(new Target(List.of("a.C"), List.of()));
    }

    @Test
    void everySectionBecomesItsOperation() throws RuleException {
        String hook = "[{ 'on': ['x'], 'handle': 'arg0', 'child': 'arg1', 'owner': 'arg2', 'setting': 's' }]";
        Rule rule = only("'id': 'a', 'kind': 'k', 'type': 'a.A', 'open': " + hook + ", 'register': " + hook
                + ", 'use': " + hook + ", 'release': " + hook + ", 'unregister': " + hook + ", 'acquire': " + hook
                + ", 'derive': " + hook + ", 'scope': " + hook + ", 'clamp': " + hook);
        assertThat(rule.hooks().stream().map(Hook::operation))
                .containsExactly(
                        Operation.OPEN,
                        Operation.REGISTER,
                        Operation.USE,
                        Operation.RELEASE,
                        Operation.UNREGISTER,
                        Operation.ACQUIRE,
                        Operation.DERIVE,
                        Operation.SCOPE,
                        Operation.CLAMP);
    }

    @Test
    void allMakesItAboutEveryRegistration() throws RuleException {
        Rule rule = only("'id': 'a', 'kind': 'k', 'type': 'a.A', "
                + "'use': [{ 'on': ['x'], 'all': true }], 'unregister': [{ 'on': ['y'], 'all': true }]");
        assertThat(rule.hooks().stream().map(Hook::operation))
                .containsExactly(Operation.USE_ALL, Operation.UNREGISTER_ALL);
    }

    @Test
    void onlyOpenAndRegisterAreEssential() throws RuleException {
        Rule rule = only(
                "'id': 'a', 'kind': 'k', 'type': 'a.A', 'open': [{ 'on': ['x'] }], "
                        + "'register': [{ 'on': ['x'], 'handle': 'arg0' }], 'use': [{ 'on': ['x'] }], 'release': [{ 'on': ['x'] }]");
        assertThat(rule.hooks().stream().filter(Hook::essential).map(Hook::operation))
                .containsExactly(Operation.OPEN, Operation.REGISTER);
    }

    @Test
    void aRegistrationMayBelongToItsReceiver() throws RuleException {
        Rule rule = only("'id': 'a', 'kind': 'k', 'type': 'a.A', "
                + "'register': [{ 'on': ['add'], 'handle': 'arg0', 'owner': 'this' }]");
        assertThat(rule.hooks().get(0).owner()).isEqualTo(Expr.THIS);
    }

    @Test
    void commentsAreAllowed() throws RuleException {
        List<Rule> rules = RuleReader.parse("a.json", "// one\n{ \"schema\": 1, /* two */ \"rules\": [] }\n// three\n");
        assertThat(rules).isEmpty();
    }

    private static Rule only(String rule) throws RuleException {
        String json = "{ 'schema': 1, 'rules': [{ " + rule + " }] }";
        return RuleReader.parse("a.json", json.replace('\'', '"')).get(0);
    }
}
