package io.github.leasewarden.instrumentation.rule;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The built-in rules in the form premain can afford: a text file with the names of all types any rule is about, and the rules
 * themselves, serialised, which are read only once one of those types is loaded. Written at build time by {@link #main}.
 *
 * <p>Why: reading JSON costs 300 ms of CPU in a cold JVM, reading the names less than 5.
 */
public final class RuleIndex {
    private static final String NAMES = "/leasewarden-rules.names";
    private static final String RULES = "/leasewarden-rules.bin";

    private RuleIndex() {}

    /** Internal names ({@code a/b/C}) of types some rule is about; roots of subtype rules are marked with a leading {@code <}. */
    public static Set<String> names(List<Rule> rules) {
        Set<String> names = new TreeSet<>();
        for (Rule rule : rules) {
            for (Hook hook : rule.hooks()) {
                hook.target().types().forEach(type -> names.add(type.replace('.', '/')));
                hook.target().subtypesOf().forEach(root -> names.add("<" + root.replace('.', '/')));
            }
            rule.carriers().forEach(type -> names.add(type.replace('.', '/')));
        }
        return names;
    }

    /** Names of the built-in rules; cheap. */
    public static Set<String> builtInNames() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource(NAMES), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                names.add(line);
            }
        }
        return names;
    }

    /** The built-in rules. The stream is a resource of our own jar, never input from outside. */
    @SuppressWarnings({"unchecked", "BanSerializableRead"})
    public static List<Rule> builtIn() throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(resource(RULES)))) {
            return (List<Rule>) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("the built-in rules do not fit this agent", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = RuleIndex.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("resource " + name + " is missing from the agent's jar");
        }
        return in;
    }

    /**
     * Build step: compiles every {@code *.json} of a folder.
     *
     * @param args folder of rule files, output folder
     */
    public static void main(String[] args) throws IOException, RuleException {
        List<Path> files;
        try (var listing = Files.list(Path.of(args[0]))) {
            files = listing.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<Rule> rules = new ArrayList<>();
        for (Path file : files) {
            rules.addAll(RuleReader.read(file));
        }
        Set<String> ids = new TreeSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new RuleException("rule id " + rule.id() + " is used in two files");
            }
        }
        Path output = Files.createDirectories(Path.of(args[1]));
        Files.write(output.resolve(NAMES.substring(1)), names(rules));
        try (ObjectOutputStream out =
                new ObjectOutputStream(Files.newOutputStream(output.resolve(RULES.substring(1))))) {
            out.writeObject(rules);
        }
    }
}
