package io.github.leasewarden.apps.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.leasewarden.apps.harness.AppUnderAgent;
import io.github.leasewarden.apps.harness.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/kubernetes} says, done without a cluster: the init image's command, and a service with the manifest's variables, user and volumes. */
class KubernetesIT {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path dir;

    private Manifest manifest;
    private Pod pod;

    @BeforeEach
    void schedule() throws IOException {
        manifest = Manifest.read(Manifest.text());
        pod = new Pod(dir, manifest);
    }

    private Process start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(pod.command(command))
                .directory(dir.toFile())
                .redirectOutput(dir.resolve("stdout").toFile())
                .redirectError(dir.resolve("stderr").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void succeeds(Map<String, String> environment, List<String> command) throws Exception {
        Process process = start(environment, command);
        assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s: %s", command, stderr()).isZero();
    }

    private String stderr() throws IOException {
        return Files.readString(dir.resolve("stderr"));
    }

    /** The init container, as often as the kubelet may run it. */
    private void bringTheJar() throws Exception {
        Dockerfile dockerfile = Dockerfile.read();
        List<String> command = dockerfile.entrypoint().stream()
                .map(word -> word.equals(dockerfile.copied())
                        ? pod.path("/image" + word).toString()
                        : pod.here(word))
                .toList();
        succeeds(Map.of(), command);
        succeeds(Map.of(), command);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        manifest.environment("shop-7d9f").forEach((name, value) -> environment.put(name, pod.here(value)));
        return environment;
    }

    @Test
    void theInitImageCopiesTheJarAsTheUserOfThePod() throws Exception {
        assertThat(Dockerfile.read().source())
                .as("what the image copies is built")
                .exists();
        bringTheJar();
        assertThat(pod.path("/leasewarden/leasewarden-agent.jar")).hasSameBinaryContentAs(AppUnderAgent.agentJar());
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void aServiceRunsWithTheManifestsVariablesUserAndVolumes(int feature) throws Exception {
        Jdk jdk = Jdk.require(feature);
        bringTheJar();
        Map<String, String> environment = environment();
        // a port of its own, and quick looks
        environment.put("LEASEWARDEN_HTTP_PORT", "0");
        environment.put("LEASEWARDEN_SAMPLE_INTERVAL", "1s");
        environment.put("LEASEWARDEN_HEAP_WARMUP", "1s");
        environment.put("LEASEWARDEN_REPORT_INTERVAL", "1s");
        Process service = start(
                environment,
                List.of(
                        jdk.home().resolve("bin/java").toString(),
                        "-Xmx64m",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + pod.path("/tmp"),
                        "-cp",
                        image(PodMain.class).toString(),
                        PodMain.class.getName()));
        try {
            Path reports = pod.path("/var/leasewarden/reports");
            await("a report", () -> Files.exists(reports.resolve("latest.json")));
            await("the port", () -> Files.exists(reports.resolve("http.port")));
            String metrics = "http://127.0.0.1:"
                    + Files.readString(reports.resolve("http.port")).strip()
                    + manifest.deployment()
                            .getSpec()
                            .getTemplate()
                            .getMetadata()
                            .getAnnotations()
                            .get("prometheus.io/path");
            await("figures", () -> status(metrics, pod.token()) == 200);
            assertThat(status(metrics, null)).as("a scraper without the token").isEqualTo(401);
            await("Flight Recorder's repository", () -> isFilled(pod.path("/var/leasewarden/jfr")));
            assertThat(Files.getPosixFilePermissions(reports)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(Files.getAttribute(reports, "unix:uid")).isEqualTo((int) pod.user());
            assertThat(new ObjectMapper()
                            .readTree(reports.resolve("latest.json").toFile())
                            .at("/jvm/service"))
                    .hasToString("{\"name\":\"shop\",\"version\":\"1.4.2\",\"instance\":\"shop-7d9f\"}");
        } finally {
            service.destroy();
            if (!service.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        }
        assertThat(service.exitValue()).as("ended by SIGTERM, and not by force").isEqualTo(128 + 15);
        assertThat(Files.readString(dir.resolve("stdout"))).isEqualTo("ready\n");
        assertThat(stderr().lines().filter(line -> !line.matches("\\[leasewarden] (verdict:|alert) .*")))
                .as("the JVM's own line, and the agent's at its start: nothing to complain about")
                .hasSize(3)
                .allMatch(line -> line.startsWith("Picked up JAVA_TOOL_OPTIONS: ")
                        || line.startsWith("[leasewarden] watching in guard mode")
                        || line.startsWith("[leasewarden] HTTP"));
        assertThat(isFilled(pod.path("/tmp"))).isFalse();
    }

    @Test
    void toolsOfTheJdkInTheContainerSeeNothingOfTheAgent() throws Exception {
        bringTheJar();
        succeeds(
                environment(),
                List.of(Jdk.running().home().resolve("bin/keytool").toString(), "-help"));
        assertThat(stderr()).contains("Picked up JAVA_TOOL_OPTIONS").doesNotContain("[leasewarden]");
        assertThat(pod.path("/var/leasewarden/reports")).doesNotExist();
    }

    /** The program's class where the pod's user can read it: a checkout may be closed to others. */
    private Path image(Class<?> program) throws IOException {
        Path classes = pod.path("/image/classes");
        String name = program.getName().replace('.', '/') + ".class";
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream in = program.getResourceAsStream("/" + name)) {
            Files.copy(in, file);
        }
        return classes;
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(LONG).ignoreExceptions().until(condition);
    }

    private static boolean isFilled(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isPresent();
        }
    }

    private static int status(String url, String token) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        return connection.getResponseCode();
    }
}
