package io.github.leasewarden.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What receivers answer: how long to wait, and what they did not keep. */
class AnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|PT0S",
                "120|PT2M",
                " 7 |PT7S",
                "999999|PT1H",
                "Thu, 26 Nov 2026 12:00:30 GMT|PT30S",
                "Thu, 26 Nov 2026 11:00:00 GMT|PT0S",
                "Fri, 27 Nov 2026 12:00:00 GMT|PT1H"
            })
    void retryAfterIsSecondsOrADateAndAnHourAtMost(String header, Duration expected) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999"})
    void whatNobodyUnderstandsIsNoRetryAfter(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
        assertThat(RetryAfter.parse(null, NOW)).isNull();
    }

    @Test
    void whatWasRejectedIsReadFromTheOfficialMessages() {
        byte[] logs = ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                        .setRejectedLogRecords(1)
                        .setErrorMessage("too long: \u00e4"))
                .build()
                .toByteArray();
        assertThat(PartialSuccess.read(logs)).isEqualTo(new PartialSuccess(1, "too long: \u00e4"));
        byte[] metrics = ExportMetricsServiceResponse.newBuilder()
                .setPartialSuccess(ExportMetricsPartialSuccess.newBuilder().setRejectedDataPoints(1_000_000))
                .build()
                .toByteArray();
        assertThat(PartialSuccess.read(metrics)).isEqualTo(new PartialSuccess(1_000_000, ""));
    }

    @Test
    void aFullSuccessIsNone() {
        assertThat(PartialSuccess.read(new byte[0])).isNull();
        assertThat(PartialSuccess.read(ExportLogsServiceResponse.newBuilder()
                        .setPartialSuccess(ExportLogsPartialSuccess.getDefaultInstance())
                        .build()
                        .toByteArray()))
                .isNull();
    }

    @Test
    void otherAnswersAreNone() {
        assertThat(PartialSuccess.read("{}".getBytes(StandardCharsets.UTF_8))).isNull();
        assertThat(PartialSuccess.read("<html>ok</html>".getBytes(StandardCharsets.UTF_8)))
                .isNull();
        assertThat(PartialSuccess.read(new byte[] {10, 127, 8})).isNull();
        assertThat(PartialSuccess.read(new byte[] {10, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}))
                .isNull();
    }
}
