package io.github.leasewarden.reports;

import static io.github.leasewarden.reports.SampleReports.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakReportTest {

    @Test
    void aReportDoesNotChangeWithTheListsItWasMadeFrom() {
        List<ExpiryEntry> expiries = new ArrayList<>(List.of(SampleReports.expiry(NOON)));
        LeakReport report = SampleReports.minimal(expiries);
        expiries.clear();
        assertThat(report.expiries()).hasSize(1);
        assertThatThrownBy(() -> report.expiries().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aReportDoesNotChangeWithTheMapsItWasMadeFrom() {
        Map<String, Long> expired = new HashMap<>(Map.of("IDLE", 1L));
        LeaseEntry lease = SampleReports.lease(expired);
        expired.clear();
        assertThat(lease.expired()).containsEntry("IDLE", 1L);
        assertThatThrownBy(() -> lease.expired().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void onlyTheNewestTwoHundredExpiriesAreKept() {
        List<ExpiryEntry> many = IntStream.range(0, 250)
                .mapToObj(second -> SampleReports.expiry(NOON.plusSeconds(second)))
                .toList();
        assertThat(SampleReports.minimal(many).expiries()).isEqualTo(many.subList(50, 250));
    }

    @Test
    void noNumberIsEverNotANumber() {
        VerdictEntry verdict =
                new VerdictEntry(VerdictState.GROWING, "r", Double.NaN, Double.POSITIVE_INFINITY, null, 3);
        assertThat(verdict.slopeBytesPerSecond()).isZero();
        assertThat(verdict.confidence()).isZero();
        assertThat(new VerdictEntry(VerdictState.GROWING, "r", 1, 1.2, null, 3).confidence())
                .isEqualTo(1);
    }

    @Test
    void argumentsOfTheMainClassNeverEnterAReport() {
        assertThat(SampleReports.jvm("com.acme.Shop --password=hunter2").mainClass())
                .isEqualTo("com.acme.Shop");
    }

    @ParameterizedTest
    @CsvSource({
        "db.acme.com:7687,                               db.acme.com:7687",
        "bolt://user:hunter2@db.acme.com,                bolt://db.acme.com",
        "jdbc:h2:mem:x;PASSWORD=hunter2,                 jdbc:h2:mem:x",
        "jdbc:postgresql://db/x?password=hunter2,        jdbc:postgresql://db/x",
        "jdbc:oracle:thin:scott/hunter2@//db:1521/x,     //db:1521/x",
        "bolt://user:hun?ter2@db,                        (hidden)",
        "jdbc:h2:mem:x;PASSWORD=hunter2@home,            (hidden)",
    })
    void credentialsInAPoolsAddressNeverEnterAReport(String given, String reported) {
        assertThat(SampleReports.pool(given).address()).isEqualTo(reported);
    }
}
