package io.github.leasewarden.bench;

/** How a fork gets the built agent: as a user would attach it, from the repository's root, with a rule file of the user's own. */
final class Agent {
    static final String OPTION = "-javaagent:agent/core/target/leasewarden-agent.jar"
            + "=rules=benchmarks/src/main/rules/bench.json,report.dir=benchmarks/target/reports";

    private Agent() {}
}
