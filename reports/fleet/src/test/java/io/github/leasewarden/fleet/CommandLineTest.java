package io.github.leasewarden.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a command line is said before Neo4j is asked. */
class CommandLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "top                                                       | Missing required option: '--neo4j=URI'",
                "ingest --neo4j bolt://localhost:1                         | Missing required argument",
                "ingest --neo4j bolt://localhost:1 --reports a --urls b    | mutually exclusive",
                "ingest --neo4j bolt://localhost:1 --reports no-such-dir   | no-such-dir does not exist",
                "ingest --neo4j bolt://localhost:1 --urls no-such-file     | no-such-file does not exist",
                "top --neo4j http://localhost:1                            | --neo4j http://localhost:1",
                "top --neo4j bolt://localhost:1 --since yesterday          | 'yesterday' is no time like 90m, 12h or 7d",
                "top --neo4j bolt://localhost:1 --limit 0                  | --limit is 0",
                "top --neo4j bolt://localhost:1 --password-file no-such    | no-such does not exist",
                "prune --neo4j bolt://localhost:1                          | Missing required option: '--older-than=TIME'",
                "simulate --out no/such/parent                             | no/such/parent does not exist",
                "simulate --jvms 5                                         | needs --out DIR, --otlp URL, or both",
                "simulate --otlp ftp://localhost                           | ftp",
                "tip --neo4j bolt://localhost:1                            | 'tip'"
            })
    void mistakesAreNamed(String line, String message) {
        Fleet.Run run = Fleet.of(line.split(" "));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
    }

    @Test
    void theSameSeedGivesTheSameFleet() {
        Simulation.Shape shape = new Simulation.Shape(7, 3, 4, 5, 2, 2, 11);
        assertThat(new Simulation(shape).report(20, 1)).isEqualTo(new Simulation(shape).report(20, 1));
        assertThat(new Simulation(shape).report(20, 1))
                .isNotEqualTo(new Simulation(new Simulation.Shape(7, 3, 4, 5, 2, 2, 12)).report(20, 1));
    }
}
