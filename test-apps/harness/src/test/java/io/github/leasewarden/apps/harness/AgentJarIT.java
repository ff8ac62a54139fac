package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the built jar shows to an application, and what it keeps to itself. */
class AgentJarIT {
    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(Workspace.agentJar().toFile());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void anApplicationSeesTheEntryPointsOnly() {
        assertThat(files())
                .filteredOn(name -> !name.startsWith("inst/"))
                .containsExactlyInAnyOrder(
                        "META-INF/MANIFEST.MF",
                        "META-INF/NOTICE",
                        "LICENSE",
                        "io/github/leasewarden/premain/IsolatedLoader.class",
                        "io/github/leasewarden/premain/Main.class",
                        "io/github/leasewarden/premain/Premain.class");
    }

    @Test
    void theHookTypesWaitToBeDefinedInJavaLang() {
        assertThat(files())
                .filteredOn(name -> name.startsWith("inst/java/"))
                .containsExactlyInAnyOrder(
                        "inst/java/lang/LeasewardenHooks.class",
                        "inst/java/lang/LeasewardenHooks$Sink.class",
                        "inst/java/lang/LeasewardenStreamHooks.class",
                        "inst/java/lang/LeasewardenStreamHooks$Sink.class",
                        "inst/java/lang/LeasewardenConnectHooks.class",
                        "inst/java/lang/LeasewardenConnectHooks$Sink.class",
                        "inst/java/lang/LeasewardenAnswers.class");
        assertThat(files())
                .filteredOn(name -> name.contains("leasewarden/hooks"))
                .isEmpty();
    }

    @Test
    void everythingIsolatedIsThere() {
        assertThat(files())
                .contains(
                        "inst/io/github/leasewarden/core/AgentMain.class",
                        "inst/io/github/leasewarden/core/HookDefiner.class",
                        "inst/io/github/leasewarden/core/cli/Commands.class",
                        "inst/picocli/CommandLine.class",
                        "inst/net/bytebuddy/ByteBuddy.class",
                        "inst/com/fasterxml/jackson/databind/ObjectMapper.class");
    }

    @Test
    void nothingOfTestsOrOfLibrariesItWatchesIsInIt() {
        assertThat(files())
                .filteredOn(name -> name.matches(
                                "(inst/)?(org/jspecify|org/junit|org/assertj|org/awaitility|com/tngtech|"
                                        + "org/neo4j|org/glassfish|jakarta|javax|reactor|com/google|io/github/leasewarden/apps)/.*")
                        || name.matches("inst/io/github/.*(?<!Self)(Test|Tests|IT)(\\$.*)?\\.class")
                        || name.endsWith("module-info.class")
                        || name.contains("META-INF/versions/")
                        || name.matches(".*\\.(SF|RSA|DSA)"))
                .isEmpty();
    }

    @Test
    void theManifestNamesEveryWayIn() throws IOException {
        Attributes attributes = jar.getManifest().getMainAttributes();
        assertThat(attributes.getValue("Premain-Class")).isEqualTo("io.github.leasewarden.premain.Premain");
        assertThat(attributes.getValue("Agent-Class")).isEqualTo("io.github.leasewarden.premain.Premain");
        assertThat(attributes.getValue("Main-Class")).isEqualTo("io.github.leasewarden.premain.Main");
        assertThat(attributes.getValue("Can-Redefine-Classes")).isEqualTo("true");
        assertThat(attributes.getValue("Can-Retransform-Classes")).isEqualTo("true");
        assertThat(attributes.getValue("Implementation-Version")).isNotBlank();
        assertThat(attributes.getValue("Boot-Class-Path")).isNull();
        assertThat(attributes.getValue("Class-Path")).isNull();
    }

    private static List<String> files() {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .toList();
    }
}
