package io.github.leasewarden.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportJsonTest {
    private static final String FULL = ReportJson.write(SampleReports.full());

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(ReportJson.read(FULL, "it")).isEqualTo(SampleReports.full());
        String minimal = ReportJson.write(SampleReports.minimal());
        assertThat(ReportJson.read(minimal, "it")).isEqualTo(SampleReports.minimal());
    }

    @Test
    void equalReportsAreEqualTexts() throws IOException {
        assertThat(ReportJson.write(ReportJson.read(FULL, "it"))).isEqualTo(FULL);
        assertThat(FULL.indexOf("ABANDONED")).isLessThan(FULL.indexOf("\"IDLE\" :"));
    }

    @Test
    void timesAreUtcTextsAndUnknownsAreNull() {
        assertThat(FULL)
                .contains("\"generatedAt\" : \"2026-11-23T12:00:00Z\"", "\"at\" : \"2026-11-23T12:00:01.500Z\"");
        assertThat(ReportJson.write(SampleReports.minimal()))
                .contains("\"secondsToExhaustion\" : null", "\"state\" : \"not-enough-data\"");
    }

    @Test
    void fieldsOfAFutureVersionAreSkipped() throws IOException {
        String future = FULL.replace("\"samples\" : 41", "\"samples\" : 41, \"mood\" : {\"bright\" : [1, 2]}");
        assertThat(future).isNotEqualTo(FULL);
        assertThat(ReportJson.read(future, "it")).isEqualTo(SampleReports.full());
    }

    @Test
    void listsThatAnOlderVersionDidNotWriteAreEmpty() throws IOException {
        LeakReport minimal = SampleReports.minimal();
        String older = ReportJson.write(minimal).replaceFirst(",\\s*\"rules\" : \\[ ]", "");
        assertThat(older).doesNotContain("rules");
        assertThat(ReportJson.read(older, "it")).isEqualTo(minimal);
    }

    @Test
    void aReportCutInHalfIsRefusedByFileLineAndColumn(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("half.json"), FULL.substring(0, FULL.length() / 2));
        assertThatThrownBy(() -> ReportJson.read(file))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageMatching("(?s).*half\\.json, line \\d+, column \\d+.*");
    }

    @Test
    void aWrongValueIsRefusedByLineAndProperty() {
        String wrong = FULL.replace("\"type\" : \"site\"", "\"type\" : \"sight\"");
        assertThatThrownBy(() -> ReportJson.read(wrong, "it.json"))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageMatching("(?s)it\\.json, line \\d+, column \\d+, at suspects\\[0]\\.type: .*sight.*");
    }

    @Test
    void aWrongTimeIsRefusedWithAnExampleOfARightOne() {
        String wrong = FULL.replace("2026-11-23T12:00:00Z", "yesterday");
        assertThatThrownBy(() -> ReportJson.read(wrong, "it.json"))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageContainingAll("generatedAt", "yesterday", "not a time like 2026-11-23T10:15:30Z");
    }

    @Test
    void aReportWithoutAVerdictIsRefused() {
        assertThatThrownBy(() -> ReportJson.read(FULL.replace("\"verdict\"", "\"opinion\""), "it.json"))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageContaining("verdict is missing");
    }

    @Test
    void anotherSchemaVersionIsRefusedInASentenceEvenIfNothingElseFits() {
        assertThatThrownBy(() -> ReportJson.read("{\"verdict\": 7, \"schemaVersion\": 2}", "it.json"))
                .isInstanceOf(ReportFormatException.class)
                .hasMessage("it.json has schemaVersion 2, but this version of Leasewarden reads only schemaVersion 1;"
                        + " read it with the version that wrote it");
    }

    @Test
    void whatIsNoReportIsCalledNoReport() {
        for (String text : List.of("", "[]", "7", "{}")) {
            assertThatThrownBy(() -> ReportJson.read(text, "it.json"))
                    .isInstanceOf(ReportFormatException.class)
                    .hasMessageStartingWith("it.json is not a leak report");
        }
    }

    @Test
    void halfASurrogatePairInAnObfuscatedNameDoesNotCostTheReport() throws IOException {
        LeakReport report = SampleReports.minimal(List.of(new ExpiryEntry(
                SampleReports.NOON, "IDLE", "r\ud800", SampleReports.FINGERPRINT, null, 1, ExpiryOutcome.FAILED, "s")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportJson.write(report, out);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(ReportJson.read(text, "it").expiries().get(0).rule()).isEqualTo("r?");
    }
}
