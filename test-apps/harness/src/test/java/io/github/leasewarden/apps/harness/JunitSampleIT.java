package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sample project as its user builds it: with Maven and surefire, from a repository that holds the built jars. Everything else comes from
 * this machine's own Maven repository, so that no network is needed.
 */
class JunitSampleIT {
    private static final String FORGOTTEN = "// the fix: ";

    private final Path directory = Workspace.newRunDirectory("junit-sample");
    private final Path project = directory.resolve("project");

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void theBuildFailsWithTheLineUntilItIsFixed(int jdk) throws Exception {
        Jdk required = Jdk.require(jdk);
        copy(Workspace.root().resolve("test-apps/junit-sample"), project);
        String published = directory.resolve("m2").toString();
        Command publish =
                Command.run(required, Workspace.root(), Map.of(), "test-apps/junit-sample/publish", published);
        assertThat(publish.exit()).as(publish.err()).isZero();

        Path board = project.resolve("src/main/java/com/example/prices/PriceBoard.java");
        Command broken = build(required);
        assertThat(broken.exit()).as(broken.out()).isNotZero();
        assertThat(broken.out())
                .contains("PriceBoardTest.showsThePrice() left 1 lease open")
                .contains("com.example.prices.PriceBoard.<init>(PriceBoard.java:"
                        + lineOf("feed.subscribe(this)", board) + ")")
                .containsPattern("Tests run: 28, Failures: 1, Errors: 0");

        Files.writeString(board, Files.readString(board).replace(FORGOTTEN, ""));
        Command fixed = build(required);
        assertThat(fixed.exit()).as(fixed.out()).isZero();
        assertThat(fixed.out()).containsPattern("Tests run: 28, Failures: 0, Errors: 0");
    }

    private Command build(Jdk jdk) throws IOException, InterruptedException {
        // a local repository keeps no checksums
        String repository = """
                <id>central</id>
                <url>%s</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
                """.formatted(ownRepository().toUri());
        Path settings = Files.writeString(directory.resolve("settings.xml"), """
                <settings>
                  <profiles>
                    <profile>
                      <id>this-machine</id>
                      <repositories><repository>%1$s</repository></repositories>
                      <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>this-machine</activeProfile></activeProfiles>
                </settings>
                """.formatted(repository));
        return Command.run(
                jdk,
                project,
                Map.of(),
                maven(),
                "-B",
                "-s",
                settings.toString(),
                "-gs",
                settings.toString(),
                "-Dmaven.repo.local=" + directory.resolve("m2"),
                "test");
    }

    private static Path ownRepository() {
        String given = System.getProperty("leasewarden.m2");
        return given == null ? Path.of(System.getProperty("user.home"), ".m2", "repository") : Path.of(given);
    }

    private static String maven() {
        for (String directory : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, "mvn"))) {
                return Path.of(directory, "mvn").toString();
            }
        }
        return Workspace.root().resolve("mvnw").toString();
    }

    private static int lineOf(String text, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(text + " is not in " + file);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                if (dir.endsWith("target")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(dir)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
