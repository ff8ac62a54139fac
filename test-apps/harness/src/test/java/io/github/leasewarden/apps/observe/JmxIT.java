package io.github.leasewarden.apps.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.AppRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The MBean is there, and never before the application wants a management server. */
class JmxIT {
    @TempDir
    Path dir;

    private AppRun run(int jdk, String what, String... options) throws IOException {
        return Shop.program(ConsoleMain.class, jdk, dir, options)
                .args(what)
                .run()
                .assertSuccess()
                .assertNoHarm();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void anApplicationThatNamesItsLogManagerInMainGetsIt(int jdk) throws IOException {
        assertThat(run(jdk, "own-log-manager").stdout()).isEqualTo("servers: 0\nOwnLogManager\nnot-enough-data\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void anApplicationWithoutManagementServerGetsOneAfterItsStart(int jdk) throws IOException {
        assertThat(run(jdk, "wait", "heap.warmup=1s").stdout()).isEqualTo("guard\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void anApplicationThatNamesItsLogManagerOnTheCommandLineIsNeverForced(int jdk) throws IOException {
        AppRun run = Shop.program(ConsoleMain.class, jdk, dir, "heap.warmup=1s")
                .jvmArgs("-Djava.util.logging.manager=" + ConsoleMain.OwnLogManager.class.getName())
                .args("never")
                .run()
                .assertSuccess()
                .assertNoHarm();
        assertThat(run.stdout()).isEqualTo("servers: 0\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theOffSwitchWorksFromAConsole(int jdk) throws IOException {
        AppRun run = run(jdk, "off");
        assertThat(run.stdout()).isEqualTo("watching: true\nwatching: false\n");
        assertThat(run.stderr()).contains("switched off: hooks stopped");
        assertThat(run.report().at("/agent/off/reason").asText()).isEqualTo("an operation of the MBean");
    }

    @ParameterizedTest
    @ValueSource(ints = {17})
    void withoutTheOptionThereIsNoBean(int jdk) throws IOException {
        assertThat(run(jdk, "never", "jmx=false", "heap.warmup=1s").stdout()).isEqualTo("servers: 0\n");
    }
}
