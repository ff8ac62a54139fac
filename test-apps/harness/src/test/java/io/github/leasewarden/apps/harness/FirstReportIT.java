package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report leaves for good, serializers and the JDK's table of locales, is 1.3 MiB: in the middle of a run it looks like growth. */
class FirstReportIT {
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void whatItLeavesIsThereBeforeItIsWritten(int jdk) {
        try (RunningApp app = AppUnderAgent.app("heap-growth")
                .on(Jdk.require(jdk))
                .args("--correct", "--seconds", "90")
                .agent("sample.interval=1s")
                .start()) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> app.classHistogram().contains("com.fasterxml.jackson.databind.ser.BeanSerializer"));
            assertThat(app.reports()).isEmpty();
        }
    }
}
