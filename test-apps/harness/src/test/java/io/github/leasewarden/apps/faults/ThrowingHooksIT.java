package io.github.leasewarden.apps.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.AppRun;
import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the agent's side of a hook throws, an application does what it does without the agent. */
class ThrowingHooksIT {
    private static final String HOOKS = "java/lang/LeasewardenHooks";

    private static final String SINK = """
            public class ThrowingSink extends java.lang.LeasewardenHooks.Sink {
                private final String what;
                private boolean gives;
                public ThrowingSink(String what) { this.what = what; }
                private <T> T fail() {
                    switch (what) {
                        case "Error": throw new Error("thrown by a test");
                        case "OutOfMemoryError": throw new OutOfMemoryError("thrown by a test");
                        default: return fail(); // until the stack overflows
                    }
                }
                // every other one gives a lease, so that the hooks that want one are called too
                public Object opened(int p, Object a, Object b, Object c, Object d) { gives = !gives; return gives ? this : fail(); }
                public void openedElsewhere(int p, Object a, Object b, Object c, Object d) { fail(); }
                public Object registered(int p, Object a, Object b, Object c, Object d, Object e) { return fail(); }
                public void unregistered(int p, Object a, Object b, Object c, Object d) { fail(); }
                public void unregisteredAll(int p, Object a, Object b) { fail(); }
                public void used(Object a) { fail(); }
                public void delivered(Object a) { fail(); }
                public void usedAll(Object a, Object b) { fail(); }
                public Object entered(Object a) { return fail(); }
                public void left(Object a, Object b) { fail(); }
                public void released(int p, Object a) { fail(); }
                public void derived(int p, Object a, Object b, Object c) { fail(); }
                public void acquired(Object a, Object b) { fail(); }
                public Object scopeEntered(int p, Object a) { return fail(); }
                public void scopeLeft(Object a) { fail(); }
                public long clamped(int p, long v) { this.<Object>fail(); return v; }
                public void measured(int p, Object a) { fail(); }
            }
            """;

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({
        "17, Error",
        "17, OutOfMemoryError",
        "17, StackOverflowError",
        "25, Error",
        "25, OutOfMemoryError",
        "25, StackOverflowError"
    })
    void theApplicationDoesNotNotice(int jdk, String what) throws IOException {
        Path classes = compileSink();
        Path reports = dir.resolve("reports");
        // a stack that overflows takes its time
        String times = what.equals("StackOverflowError") ? "100" : "5000";
        AppRun alone = Fault.alone(ThrowingMain.class)
                .args(times)
                .on(Jdk.require(jdk))
                .run()
                .assertSuccess();
        AppRun run = AppUnderAgent.main(
                        ThingRule.classPath() + java.io.File.pathSeparator + classes, ThrowingMain.class.getName())
                .agent(ThingRule.option(dir), "report.dir=" + reports, "sample.interval=1s", "report.interval=1s")
                .args(
                        times,
                        "ThrowingSink",
                        what,
                        reports.resolve("latest.json").toString())
                .on(Jdk.require(jdk))
                .run()
                .assertSuccess();

        assertThat(run.stderr()).contains("hooks throw: true");
        run.assertSameBehaviourAs(alone);
        assertThat(run.stderr().lines().filter(line -> line.contains("a hook failed")))
                .as("one line for what is thrown, not one for each of thousands: %s", run)
                .hasSizeBetween(1, 5);
        assertThat(Fault.json(reports.resolve("latest.json"))
                        .at("/agent/cost/suppressedErrors")
                        .asInt())
                .isGreaterThan(2 * Integer.parseInt(times));
    }

    /** Compiles against the hook types as the built jar has them. */
    private Path compileSink() throws IOException {
        Path patch = Files.createDirectories(dir.resolve("patch"));
        try (JarFile jar = new JarFile(AppUnderAgent.agentJar().toFile())) {
            for (String name : new String[] {HOOKS + ".class", HOOKS + "$Sink.class"}) {
                ZipEntry entry = jar.getEntry("inst/" + name);
                Path file = patch.resolve(name);
                Files.createDirectories(file.getParent());
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        Path source = Files.writeString(dir.resolve("ThrowingSink.java"), SINK);
        Path classes = Files.createDirectories(dir.resolve("classes"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-source",
                        "17",
                        "-target",
                        "17",
                        "--patch-module",
                        "java.base=" + patch,
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(status).as("javac").isZero();
        return classes;
    }
}
