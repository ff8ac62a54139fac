package io.github.leasewarden.apps.harness;

import java.util.List;

/** Runs a program of {@code test-apps/rule-scenarios} under the agent, with times short enough for a test. */
final class RuleScenario {
    private static final String PACKAGE = "io.github.leasewarden.apps.scenarios.";
    private static final List<String> SHORT = List.of(
            "sample.interval=1s",
            "report.interval=1s",
            "heap.warmup=5s",
            "owner.grace=1s",
            "gc.on-pool-pressure=1s",
            // a census is a collection of ours too, and these programs are about leases
            "census.max-pause=off");

    private RuleScenario() {}

    /** A program by its package and name: {@code flow.Prices}. */
    static AppUnderAgent of(String program, Jdk jdk, String... options) {
        return on(Workspace.classPath("rule-scenarios"), program, jdk, options);
    }

    /** The same with the libraries of {@code test-apps/rule-scenarios-on/<libraries>} instead of the newest. */
    static AppUnderAgent withLibraries(String libraries, String program, Jdk jdk, String... options) {
        String own = Workspace.classPath("rule-scenarios").split(java.io.File.pathSeparator, 2)[0];
        String theirs = Workspace.classPath("rule-scenarios-on/" + libraries);
        return on(theirs + java.io.File.pathSeparator + own, program, jdk, options);
    }

    private static AppUnderAgent on(String classPath, String program, Jdk jdk, String... options) {
        return AppUnderAgent.main(classPath, PACKAGE + program)
                .on(jdk)
                .agent(SHORT.toArray(new String[0]))
                .agent(options);
    }
}
