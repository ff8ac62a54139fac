package io.github.leasewarden.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the built jar, and what it asks for. */
class OtlpJarIT {
    private static JarFile jar;
    private static JavaClasses classes;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(System.getProperty("otlp.jar"));
        classes = new ClassFileImporter().importJar(jar);
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    /** Each of the SDK's calls must find its method in our stand-in; one that is missing would be an error at run time, at the worst moment. */
    @Test
    void theSdkLogsToUsAndToNobodyElse() {
        JavaClass log = classes.get(SdkLog.class);
        assertThat(log.getMethodCallsToSelf())
                .hasSizeGreaterThan(50)
                .allMatch(call -> call.getTarget().resolveMember().isPresent(), "finds its method");
        assertThat(classes)
                .noneMatch(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getName().equals("java.util.logging.Logger")));
    }

    @Test
    void nothingOfTheAgentAndNoHttpClientIsInIt() {
        assertThat(files())
                .filteredOn(name -> name.matches("(io/github/leasewarden/(?!otlp/)|io/prometheus|com/fasterxml|okhttp3|"
                        + "kotlin|com/google|org/jspecify|java/).*"))
                .isEmpty();
        assertThat(files())
                .filteredOn(name -> name.endsWith(".class"))
                .allMatch(
                        name -> name.startsWith("io/github/leasewarden/otlp/") || name.startsWith("io/opentelemetry/"));
        assertThat(files()).contains("META-INF/LICENSE", "META-INF/services/io.github.leasewarden.export.Exporter");
    }

    @Test
    void itSaysWhichVersionItIs() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                .isNotBlank();
    }

    private static List<String> files() {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .toList();
    }
}
