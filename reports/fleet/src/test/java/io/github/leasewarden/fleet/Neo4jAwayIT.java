package io.github.leasewarden.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.Neo4jServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neo4j goes away while reports are brought in: whole batches are in, and the same command goes on. */
class Neo4jAwayIT {
    private static final int REPORTS = 60;
    private static final int BATCH = 5;

    @TempDir
    private Path dir;

    @Test
    void whatWasBroughtInIsWholeAndTheSameCommandGoesOn() throws IOException {
        Simulation simulation = new Simulation(new Simulation.Shape(REPORTS, 3, 1, 4, 4, 1, 5));
        for (int process = 0; process < REPORTS; process++) {
            Fleet.write(dir, "leak-report-" + (100 + process) + ".json", simulation.report(process, 0));
        }
        Fleet undisturbed = Fleet.named("undisturbed");
        undisturbed.ingest(dir);

        Fleet fleet = Fleet.named("disturbed");
        // the constraints take some 5 KB and each batch more than as much again: the line dies within a batch
        try (CutLine line = new CutLine(Neo4jServer.uri(), 60_000)) {
            Fleet.Run run = ingest(fleet.at(line.uri()));
            assertThat(line.isCut()).isTrue();
            assertThat(run.status()).as(run.toString()).isEqualTo(1);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .contains(line.uri())
                    .contains("the same command goes on from there");
        }
        long broughtIn = fleet.count("Report");
        assertThat(broughtIn).isPositive().isLessThan(REPORTS);
        assertThat(broughtIn % BATCH).as("%d reports, whole batches", broughtIn).isZero();

        Fleet.Run again = ingest(fleet);
        assertThat(again.out())
                .startsWith(REPORTS - broughtIn + " reports brought in, " + broughtIn + " were in the graph already");
        assertThat(fleet.dump()).isEqualTo(undisturbed.dump());
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        Fleet.write(dir, "leak-report-1.json", new Simulation(new Simulation.Shape(1, 1, 1, 1, 1, 1, 1)).report(0, 0));
        Fleet.Run run = ingest(Fleet.named("nowhere").at("bolt://localhost:1"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("bolt://localhost:1")
                .contains("does not answer");
    }

    private Fleet.Run ingest(Fleet fleet) {
        return fleet.run("ingest", "--patience", "1", "--batch", String.valueOf(BATCH), "--reports", dir.toString());
    }
}
