package io.github.leasewarden.core;

import io.github.leasewarden.instrumentation.rule.Rule;
import io.github.leasewarden.instrumentation.rule.RuleException;
import io.github.leasewarden.instrumentation.rule.RuleIndex;
import io.github.leasewarden.instrumentation.rule.RuleReader;
import io.github.leasewarden.instrumentation.weave.RuleBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The user's own rules. A file that cannot be used is named and left out; the others stay. Jackson is loaded only if there is a file.
 *
 * @param rules what could be read
 */
record OwnRules(List<Rule> rules) {

    static OwnRules read(List<Path> files, Consumer<String> warn) {
        List<Rule> rules = new ArrayList<>();
        for (Path file : files) {
            try {
                rules.addAll(RuleReader.read(file));
            } catch (RuleException e) {
                warn.accept(e.getMessage() + "; the file is left out");
            }
        }
        return new OwnRules(List.copyOf(rules));
    }

    Set<String> names() {
        return rules.isEmpty() ? Set.of() : RuleIndex.names(rules);
    }

    /**
     * All rules in force.
     *
     * @param known told of them, before any class is woven
     */
    RuleBook join(Consumer<RuleBook> known, Consumer<String> warn) {
        List<Rule> builtIn = List.of();
        try {
            builtIn = RuleIndex.builtIn();
        } catch (IOException e) {
            warn.accept("built-in rules are missing: " + e);
        }
        RuleBook book = new RuleBook(builtIn, rules);
        known.accept(book);
        return book;
    }
}
