package io.github.leasewarden.apps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.RunningApp;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real JVM in a real control group with a memory limit. */
class ContainerIT {
    private static final long MIB = 1L << 20;
    private static final int LIMIT = 768;
    private static final int BUFFERS = 400;

    @TempDir
    Path dir;

    /** The limit is far away, so that nothing is killed however much the JVM itself takes; the threshold is near. */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aContainerNearItsLimitIsAnAlertAlthoughTheHeapIsWell(int jdk) throws Exception {
        try (TestCgroup group = TestCgroup.withLimit(LIMIT * MIB);
                RunningApp app = Shop.program(BuffersMain.class, jdk, dir, "alert.container=0.5", "report.interval=1s")
                        .jvmArgs("-Xmx96m", "-XX:MaxDirectMemorySize=1g")
                        .through(group.launcher())
                        .args(Integer.toString(BUFFERS), "600")
                        .start()) {
            String alert = "of 768 MiB): heap ";
            Shop.await("the container's alert", () -> app.stderr().contains(alert));
            assertThat(app.stderr().lines().filter(line -> line.contains(alert)).toList())
                    .first()
                    .asString()
                    .contains("% of the container's memory is in use", "(at most 9", "metaspace ", "the rest ")
                    .containsPattern("direct buffers [1-9][0-9]* MiB");
            assertThat(app.stderr())
                    .doesNotContain("of the heap is in use")
                    .doesNotContain("the container's memory is not known");
            AppRun run = app.terminate().await();
            run.assertNoHarm();
            JsonNode container = run.report().path("container");
            assertThat(container.path("limitBytes").asLong()).isEqualTo(LIMIT * MIB);
            assertThat(container.path("usedBytes").asLong()).isBetween(LIMIT * MIB / 3, LIMIT * MIB);
            assertThat(container.path("nonHeapShare").asDouble()).isBetween(0.5, 1.0);
            assertThat(container.path("oomKills").asLong(-1)).isZero();
        }
    }
}
