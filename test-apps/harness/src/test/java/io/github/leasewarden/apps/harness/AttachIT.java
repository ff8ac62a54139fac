package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the agent is not wanted, or wanted twice. */
class AttachIT {
    private static final String APP_STDERR = "desks taken: 3\n";

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void attachedTwiceIsOneAgentAndOneWarning(int jdk) {
        AppRun run = RuleScenario.of("own.Office", Jdk.require(jdk))
                .jvmArgs("-javaagent:" + Workspace.agentJar() + "=report.interval=1s")
                .args("2500")
                .run()
                .assertSuccess();
        assertThat(run.stderr().lines().filter(line -> line.contains("attached twice")))
                .as(run.toString())
                .hasSize(1);
        assertThat(run.stderr().lines().filter(line -> line.contains("watching in")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void disabledItIsSilentAndLeavesNothing(int jdk) {
        AppRun run = RuleScenario.of("own.Office", Jdk.require(jdk), "enabled=false")
                .args("2500")
                .run()
                .assertSuccess();
        assertThat(run.stderr()).isEqualTo(APP_STDERR);
        assertThat(run.reportDir()).doesNotExist();
        assertThat(run.stdout()).isEqualTo("forgotten: 2, still working: true\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void jdkToolsDoNotNoticeIt(int jdk) throws IOException, InterruptedException {
        Jdk tools = Jdk.require(jdk);
        Path directory = Workspace.newRunDirectory("tools");
        Path source = Files.writeString(directory.resolve("Hello.java"), "class Hello { java.util.List raw; }");
        assertUnchanged(tools, directory, "javac", "-Xlint:all", "-d", directory.toString(), source.toString());
        assertUnchanged(tools, directory, "jcmd", "-h");
        assertUnchanged(tools, directory, "keytool", "-help");
        assertUnchanged(tools, directory, "jar", "--version");
    }

    private static void assertUnchanged(Jdk jdk, Path directory, String tool, String... args)
            throws IOException, InterruptedException {
        String[] alone = output(jdk, directory, "", tool, args);
        String option = "-javaagent:" + Workspace.agentJar() + "=report.dir=" + directory.resolve("reports");
        String[] watched = output(jdk, directory, option, tool, args);
        assertThat(untimed(watched[0])).as("standard output of %s", tool).isEqualTo(untimed(alone[0]));
        // the JVM itself announces the variable
        assertThat(untimed(watched[1].replaceFirst("Picked up JAVA_TOOL_OPTIONS: .*\\R", "")))
                .as("standard error of %s", tool)
                .isEqualTo(untimed(alone[1]))
                .doesNotContain("leasewarden]");
        assertThat(directory.resolve("reports")).doesNotExist();
    }

    private static String untimed(String text) {
        return text.replaceAll("\\d+ ?ms", "# ms");
    }

    private static String[] output(Jdk jdk, Path directory, String option, String tool, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jdk.tool(tool).toString()));
        command.addAll(List.of(args));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        if (!option.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", option);
        }
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ended", tool).isTrue();
        assertThat(process.exitValue()).as("exit code of %s", tool).isZero();
        return new String[] {Files.readString(out), Files.readString(err)};
    }
}
