package io.github.leasewarden.apps.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs an application in a JVM of its own, with the built agent or without.
 *
 * <pre>{@code
 * AppRun run = AppUnderAgent.app("neo4j-service")
 *         .onNeo4j()
 *         .args("--requests", "40", "--quiet")
 *         .agent("mode=guard", "report.interval=1s")
 *         .run()
 *         .assertNoHarm();
 * }</pre>
 */
public final class AppUnderAgent {
    private final String name;
    private final String classPath;
    private final String mainClass;
    private final List<String> args = new ArrayList<>();
    private final List<String> launcher = new ArrayList<>();
    private final List<String> jvmArgs = new ArrayList<>(List.of("-Xmx256m"));
    private final List<String> agentArgs = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>();
    private boolean withAgent;
    private Jdk jdk = Jdk.running();
    private Duration deadline = Duration.ofMinutes(2);

    private AppUnderAgent(String name, String classPath, String mainClass) {
        this.name = name;
        this.classPath = classPath;
        this.mainClass = mainClass;
    }

    /** A test app, by the name of its directory. Runs without agent unless {@link #agent} is called. */
    public static AppUnderAgent app(String name) {
        return new AppUnderAgent(name, Workspace.classPath(name), Workspace.mainClass(name));
    }

    /** Any other program. */
    public static AppUnderAgent main(String classPath, String mainClass) {
        return new AppUnderAgent(mainClass.substring(mainClass.lastIndexOf('.') + 1), classPath, mainClass);
    }

    /** What the app was packaged with; its own classes first. */
    public String classPath() {
        return classPath;
    }

    /** The built agent. */
    public static Path agentJar() {
        return Workspace.agentJar();
    }

    public AppUnderAgent args(String... more) {
        args.addAll(List.of(more));
        return this;
    }

    /** Flags of the JVM, after {@code -Xmx256m}. */
    public AppUnderAgent jvmArgs(String... more) {
        jvmArgs.addAll(List.of(more));
        return this;
    }

    /** A program, with its arguments, that ends by executing the JVM's command line that is appended: {@code setpriv}, for example. */
    public AppUnderAgent through(String... program) {
        launcher.addAll(List.of(program));
        return this;
    }

    public AppUnderAgent env(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Lets the app know of the shared {@link Neo4jServer}, which this call starts if it does not run yet. */
    public AppUnderAgent onNeo4j() {
        return env("NEO4J_URI", Neo4jServer.uri());
    }

    /** Attaches the built agent; each option is {@code key=value}. The report directory is set, a new one for each run. */
    public AppUnderAgent agent(String... options) {
        withAgent = true;
        agentArgs.addAll(List.of(options));
        return this;
    }

    public AppUnderAgent on(Jdk jdk) {
        this.jdk = jdk;
        return this;
    }

    /** After this time the app is killed and the run counts as timed out; a thread dump is kept. */
    public AppUnderAgent deadline(Duration deadline) {
        this.deadline = deadline;
        return this;
    }

    /** Starts the app and waits for its end. */
    public AppRun run() {
        return start().await();
    }

    public RunningApp start() {
        Path directory = Workspace.newRunDirectory(name + (withAgent ? "-agent" : ""));
        ProcessBuilder builder = new ProcessBuilder(command(directory.resolve("reports")))
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("stdout").toFile())
                .redirectError(directory.resolve("stderr").toFile());
        // what the JVM would pick up and announce, and options of the agent that a developer may have set
        builder.environment()
                .keySet()
                .removeIf(key -> key.startsWith("LEASEWARDEN_") || key.matches("JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        try {
            return new RunningApp(name, withAgent, jdk, deadline, directory, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Path reports) {
        List<String> command = new ArrayList<>(launcher);
        command.add(jdk.tool("java").toString());
        command.addAll(jvmArgs);
        if (withAgent) {
            List<String> options = new ArrayList<>(List.of("report.dir=" + reports));
            options.addAll(agentArgs);
            command.add("-javaagent:" + Workspace.agentJar() + "=" + String.join(",", options));
        }
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(args);
        return command;
    }
}
