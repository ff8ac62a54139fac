package io.github.leasewarden.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leasewarden.reports.ReportFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
    @TempDir
    private Path dir;

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Baseline baseline = GateResult.of(Gates.leaking(), Baseline.EMPTY).toBaseline();
        Path file = Files.writeString(dir.resolve("baseline.json"), baseline.json());
        assertThat(Baseline.read(file)).isEqualTo(baseline);
    }

    @Test
    void itIsSortedAndHasNoCountsSoThatItsHistoryReadsWell() {
        String json =
                GateResult.of(Gates.leaking(), Baseline.EMPTY).toBaseline().json();
        assertThat(json).doesNotContain("9 subscription").endsWith("}\n");
        assertThat(json.indexOf("site1")).isLessThan(json.indexOf("class1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                        | No content",
                "{                                         | line 1",
                "null                                      | holds nothing",
                "[]                                        | baseline.json",
                "{\"schemaVersion\": 2, \"known\": []}     | reads only schemaVersion 1",
                "{\"schemaVersion\": 1}                    | known is missing",
                "{\"schemaVersion\": 1, \"known\": [{}]}   | known.fingerprint is missing",
            })
    void aFileThatIsNoneIsNamedWithItsFault(String content, String fault) throws IOException {
        Path file = Files.writeString(dir.resolve("baseline.json"), content);
        assertThatThrownBy(() -> Baseline.read(file))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageContaining("baseline.json")
                .hasMessageContaining(fault);
    }

    @Test
    void aMissingFileIsNotAnEmptyBaseline() {
        assertThatThrownBy(() -> Baseline.read(dir.resolve("none.json"))).isInstanceOf(NoSuchFileException.class);
    }
}
