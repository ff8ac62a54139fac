package io.github.leasewarden.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leasewarden.export.Exporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever otlp.jar names, the sentence names it. */
class ExporterJarTest {
    private static final String SERVICE = "META-INF/services/" + Exporter.class.getName();

    @TempDir
    Path dir;

    private Path jar(String version, String exporter) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        Path file = dir.resolve("exporter.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            if (exporter != null) {
                out.putNextEntry(new JarEntry(SERVICE));
                out.write(exporter.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static void assertRefused(Path jar, String... parts) {
        assertThatThrownBy(() -> ExporterJar.load(jar, "1.2.3"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(parts);
    }

    @Test
    void aMissingFileIsNamed() {
        assertRefused(dir.resolve("absent.jar"), "there is no file", "absent.jar");
        assertRefused(dir, "there is no file");
    }

    @Test
    void aDamagedJarIsNamed() throws IOException {
        assertRefused(
                Files.writeString(dir.resolve("broken.jar"), "PK but no more"), "broken.jar", "not a readable jar");
        assertRefused(Files.createFile(dir.resolve("empty.jar")), "empty.jar", "not a readable jar");
    }

    @Test
    void aJarOfAnotherVersionIsRefusedWithBothVersions() throws IOException {
        assertRefused(jar("1.2.4", null), "of version 1.2.4", "the agent of version 1.2.3");
    }

    @Test
    void aJarWithoutAnExporterIsNamed() throws IOException {
        assertRefused(jar("1.2.3", null), "exporter.jar", "holds no exporter");
    }

    @Test
    void anExporterThatCannotBeLoadedIsNamed() throws IOException {
        assertRefused(jar("1.2.3", "com.acme.Absent"), "exporter.jar", "cannot be loaded", "com.acme.Absent");
    }

    @Test
    void withoutAnExporterNothingIsCountedAndNothingHappens() {
        Exports exports = new Exports();
        exports.close();
        assertThat(exports.counts()).isEmpty();
    }
}
