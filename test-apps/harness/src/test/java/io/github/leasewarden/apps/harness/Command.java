package io.github.leasewarden.apps.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command that a person or a CI server would type, in an environment without options of ours.
 *
 * @param exit its exit status; of no meaning if it had to be killed
 * @param out standard output
 * @param err standard error
 */
record Command(int exit, String out, String err) {
    private static final int MINUTES = 10;

    /** Runs it on a JDK; the command ends within ten minutes or is killed with its children. */
    static Command run(Jdk jdk, Path where, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path directory = Workspace.newRunDirectory("command");
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(where.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(key -> key.matches("LEASEWARDEN_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|MAVEN_.*"));
        builder.environment().put("JAVA_HOME", jdk.home().toString());
        builder.environment().merge("PATH", "", (path, none) -> jdk.home().resolve("bin") + ":" + path);
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        return new Command(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
