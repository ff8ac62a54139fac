package io.github.leasewarden.instrumentation.weave;

import io.github.leasewarden.instrumentation.rule.Rule;
import io.github.leasewarden.instrumentation.rule.RuleException;
import io.github.leasewarden.instrumentation.rule.RuleIndex;
import io.github.leasewarden.instrumentation.rule.RuleReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads the classes of {@link Samples} apart from their originals, woven by rules as the agent does it. The JVM verifies them, because
 * they do not come from the boot loader.
 */
final class Woven extends ClassLoader {
    private final FakeInstrumentation jvm = new FakeInstrumentation();
    private final List<String> warnings = new ArrayList<>();
    private final RuleLedger ledger = new RuleLedger(warnings::add);
    private final List<Rule> rules;
    private final Weaver weaver;

    private Woven(List<Rule> rules) {
        super(Woven.class.getClassLoader());
        this.rules = rules;
        weaver = new Weaver(
                jvm.proxy(), RuleIndex.names(rules), () -> new RuleBook(List.of(), rules), ledger, "no.such.Canary");
    }

    /** Rules as in a file, with single quotes and without id and kind; {@code Samples$X} is written {@code @X}. */
    static Woven by(String... rules) {
        StringBuilder file = new StringBuilder("{ 'schema': 1, 'rules': [");
        for (int i = 0; i < rules.length; i++) {
            file.append(i == 0 ? "" : ",").append("{ 'id': 'rule" + i + "', 'kind': 'k', " + rules[i] + " }");
        }
        String json = file.append("] }").toString().replace('\'', '"').replace("@", Samples.class.getName() + "$");
        try {
            Woven woven = new Woven(RuleReader.parse("test.json", json));
            woven.weaver.install();
            return woven;
        } catch (RuleException e) {
            throw new AssertionError(e);
        }
    }

    List<String> warnings() {
        return warnings;
    }

    FakeInstrumentation jvm() {
        return jvm;
    }

    Weaver weaver() {
        return weaver;
    }

    RuleLedger.Entry entry(int rule) {
        return ledger.entries(rules).get(rule);
    }

    /** The woven version of a class. */
    Class<?> type(Class<?> original) {
        try {
            return Class.forName(original.getName(), true, this);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(Samples.class.getName() + "$")) {
            return super.loadClass(name, resolve);
        }
        Class<?> known = findLoadedClass(name);
        if (known != null) {
            return known;
        }
        try {
            byte[] file = jvm.load(this, Class.forName(name, false, getParent()));
            return defineClass(name, file, 0, file.length);
        } catch (Exception e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** A new instance of the woven version. */
    Object make(Class<?> original, Object... arguments) throws Throwable {
        for (Constructor<?> constructor : type(original).getDeclaredConstructors()) {
            if (constructor.getParameterCount() == arguments.length) {
                try {
                    return constructor.newInstance(arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
        throw new AssertionError("no such constructor");
    }

    /** Calls a method of a woven object. */
    static Object call(Object target, String name, Object... arguments) throws Throwable {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
        throw new AssertionError("no such method: " + name);
    }
}
