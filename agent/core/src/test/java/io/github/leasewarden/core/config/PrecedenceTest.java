package io.github.leasewarden.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedenceTest {
    @TempDir
    private Path dir;

    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.writeString(dir.resolve("agent.properties"), "crowd=14\nreport.keep = 15 \nmode.a.b=observe\n");
    }

    @Test
    void theArgumentBeatsThePropertyBeatsTheVariableBeatsTheFileBeatsTheDefault() {
        Given given = Given.argument("config=" + file);
        assertThat(Given.nothing().read().count(Setting.CROWD)).isEqualTo(10);
        assertThat(given.read().count(Setting.CROWD)).isEqualTo(14);
        given.variable("LEASEWARDEN_CROWD", "13");
        assertThat(given.read().count(Setting.CROWD)).isEqualTo(13);
        given.property("leasewarden.crowd", "12");
        assertThat(given.read().count(Setting.CROWD)).isEqualTo(12);
        Given all = Given.argument("config=" + file + ",crowd=11").property("leasewarden.crowd", "12");
        assertThat(all.read().count(Setting.CROWD)).isEqualTo(11);
        assertThat(all.warnings()).isEmpty();
    }

    @Test
    void aFileMayBeNamedByPropertyOrVariable() {
        assertThat(Given.nothing()
                        .property("leasewarden.config", file.toString())
                        .read()
                        .count(Setting.REPORT_KEEP))
                .isEqualTo(15);
        assertThat(Given.nothing()
                        .variable("LEASEWARDEN_CONFIG", file.toString())
                        .read()
                        .ruleModes())
                .containsKey("a.b");
    }

    @Test
    void aFileThatIsNotThereIsNamedAndTheRestCounts() {
        Given given = Given.argument("config=" + dir.resolve("gone") + ",crowd=11");
        assertThat(given.read().count(Setting.CROWD)).isEqualTo(11);
        assertThat(given.warnings()).singleElement().asString().contains("gone", "cannot be read");
    }

    @Test
    void aFileThatIsNoTextIsNamedAndTheRestCounts() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        Given given = Given.argument("config=" + file + ",crowd=11");
        assertThat(given.read().count(Setting.CROWD)).isEqualTo(11);
        assertThat(given.warnings()).singleElement().asString().contains("cannot be read");
    }

    @Test
    void dotsAndHyphensAreUnderscoresInVariables() {
        Given given = Given.nothing()
                .variable("LEASEWARDEN_REPORT_MAX_BYTES", "1MiB")
                .variable("LEASEWARDEN_GC_ON_POOL_PRESSURE", "off")
                .variable("LEASEWARDEN_TTL_NEO4J_SESSION", "5s")
                .variable("LEASEWARDEN_MODE_NEO4J_SESSION", "strict");
        AgentConfig config = given.read();
        assertThat(config.bytes(Setting.REPORT_MAX_BYTES)).isEqualTo(1 << 20);
        assertThat(config.durationOrOff(Setting.GC_ON_POOL_PRESSURE)).isNull();
        assertThat(config.ttls()).containsEntry("neo4j-session", Duration.ofSeconds(5));
        assertThat(config.ruleModes()).containsOnlyKeys("neo4j.session");
        assertThat(given.warnings()).isEmpty();
    }

    @Test
    void aMisspeltVariableIsNamed() {
        Given given = Given.nothing().variable("LEASEWARDEN_CROWDS", "3").variable("PATH", "/bin");
        given.read();
        assertThat(given.warnings())
                .singleElement()
                .asString()
                .isEqualTo("unknown option crowds; it is ignored; did you mean crowd?");
    }

    @Test
    void spacesAroundAValueMeanNothingWhereverItComesFrom() {
        Given given = Given.argument(" crowd = 11 ")
                .property("leasewarden.report.keep", " 12 ")
                .variable("LEASEWARDEN_EXPIRY_RATE", "13\n");
        AgentConfig config = given.read();
        assertThat(config.count(Setting.CROWD)).isEqualTo(11);
        assertThat(config.count(Setting.REPORT_KEEP)).isEqualTo(12);
        assertThat(config.count(Setting.EXPIRY_RATE)).isEqualTo(13);
        assertThat(given.warnings()).isEmpty();
    }
}
