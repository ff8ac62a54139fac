package io.github.leasewarden.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilerTest {
    @TempDir
    Path temp;

    private volatile Object sink;

    @Test
    void whoAllocatesIsNamed() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        Thread worker = new Thread(() -> {
            while (!stop.get()) {
                allocate();
            }
        });
        worker.setDaemon(true);
        worker.start();
        try {
            SnapshotFiles files = new SnapshotFiles(temp, Clock.systemUTC());
            Profiler.Result result = new Profiler(files).take(Duration.ofSeconds(2));
            assertThat(result.profile().classes())
                    .extracting(AllocationProfile.Share::name)
                    .contains("[J");
            assertThat(result.profile().sites()).anySatisfy(site -> {
                // the test is agent code to the frame filter, so the site is the allocating frame itself
                assertThat(site.name()).startsWith(ProfilerTest.class.getName() + ".allocate:");
                assertThat(site.share()).isBetween(0.0, 1.0);
                assertThat(site.bytes()).isPositive();
            });
            assertThat(Files.size(files.find(result.id()).orElseThrow())).isEqualTo(result.fileBytes());
        } finally {
            stop.set(true);
            worker.join();
        }
    }

    private void allocate() {
        sink = new long[2000];
    }
}
