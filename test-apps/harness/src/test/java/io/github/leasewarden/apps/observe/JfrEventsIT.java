package io.github.leasewarden.apps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.AppRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.Category;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What JDK Mission Control sees in a user's own recording. */
class JfrEventsIT {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aUsersRecordingHoldsTheAgentsEvents(int jdk) throws Exception {
        Path recording = dir.resolve("shop.jfr");
        AppRun run = Shop.program(ShopMain.class, jdk, dir, "mode=strict", "ttl.order=1s", "heap.warmup=5m")
                .jvmArgs("-XX:StartFlightRecording=filename=" + recording)
                .args("15", "0")
                .run()
                .assertSuccess()
                .assertNoHarm();
        Map<String, List<RecordedEvent>> events = RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().startsWith("leasewarden."))
                .collect(Collectors.groupingBy(event -> event.getEventType().getName()));
        assertThat(events)
                .as(run.toString())
                .containsOnlyKeys(
                        "leasewarden.LeaseOpened",
                        "leasewarden.LeaseExpired",
                        "leasewarden.FalsePositive",
                        "leasewarden.Verdict");
        RecordedEvent expired = events.get("leasewarden.LeaseExpired").get(0);
        assertThat(expired.getString("kind")).isEqualTo("order");
        assertThat(expired.getString("cause")).isEqualTo("IDLE");
        assertThat(expired.getString("site")).contains("Order.<init>(Order.java");
        assertThat(expired.getDuration("idle").toMillis()).isGreaterThanOrEqualTo(1000);
        assertThat(events.get("leasewarden.LeaseOpened"))
                .allSatisfy(opened -> assertThat(opened.getLong("opened")).isPositive())
                .anySatisfy(opened -> assertThat(opened.getString("kind")).isEqualTo("order"));
        assertThat(events.get("leasewarden.FalsePositive").get(0).getString("use"))
                .contains("Order.use(Order.java");
        assertThat(events.get("leasewarden.Verdict").get(0).getString("state")).isEqualTo("not-enough-data");
        events.values().forEach(each -> assertDescribed(each.get(0).getEventType()));
    }

    private static void assertDescribed(EventType type) {
        assertThat(type.getCategoryNames()).as("%s", Category.class).startsWith("Leasewarden");
        assertThat(type.getLabel()).isNotBlank();
        assertThat(type.getDescription()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void withoutARecordingFlightRecorderIsNotStarted(int jdk) throws Exception {
        AppRun run = Shop.program(RecorderMain.class, jdk, dir, "mode=strict", "ttl.order=1s", "heap.warmup=5m")
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).isEqualTo("flight recorder: not initialized\n");
    }
}
