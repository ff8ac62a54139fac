package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.Seen.Counts;
import java.io.IOException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Abandoned sessions give their connections back whatever collector finds them. G1: {@link Neo4jDriverRuleIT}. */
class CollectorsIT {
    @ParameterizedTest
    @CsvSource({
        "Serial, 17, Copy",
        "Parallel, 17, PS",
        "Z, 17, ZGC",
        "Shenandoah, 17, Shenandoah",
        "Serial, 25, Copy",
        "Parallel, 25, PS",
        "Z, 25, ZGC",
        "Shenandoah, 25, Shenandoah"
    })
    void abandonedSessionsAreReleased(String collector, int jdk, String name) throws IOException, InterruptedException {
        Jdk with = Jdk.require(jdk);
        String flag = "-XX:+Use" + collector + "GC";
        requireFlag(with, flag);
        AppRun run = RuleScenario.withLibraries("neo4j-5.28", "neo4j.Sessions", with)
                .onNeo4j()
                .args("5.28", "collect")
                .jvmArgs(flag)
                .run()
                .assertSuccess()
                .assertNoHarm();

        assertThat(run.stdout()).isEqualTo("""
                pool usable: true
                rows read: 5000
                orders left behind: 0
                """);
        Seen seen = Seen.lastOf(run).assertNoFalsePositive();
        assertThat(seen.report().at("/jvm/collector").asText())
                .as("collector of %s", run)
                .startsWith(name);
        assertThat(seen.site("neo4j.session", "Leaking.blocking"))
                .isEqualTo(Counts.of(7, 0, 0).expired("ABANDONED", 7));
        assertThat(seen.site("neo4j.session", "Leaking.async"))
                .isEqualTo(Counts.of(6, 0, 0).expired("ABANDONED", 6));
        assertThat(seen.site("neo4j.session", "Leaking.reactive"))
                .isEqualTo(Counts.of(6, 0, 0).expired("ABANDONED", 6));
    }

    /** Not every build of a JDK has every collector. */
    private static void requireFlag(Jdk jdk, String flag) throws IOException, InterruptedException {
        int status = new ProcessBuilder(jdk.tool("java").toString(), flag, "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            String message = "SKIPPED: " + jdk + " at " + jdk.home() + " does not know " + flag;
            System.err.println(message);
            Assumptions.abort(message);
        }
    }
}
