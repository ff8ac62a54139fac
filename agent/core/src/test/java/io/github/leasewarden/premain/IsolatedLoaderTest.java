package io.github.leasewarden.premain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolatedLoaderTest {
    @TempDir
    Path folder;

    private ClassLoader loader;

    /** What is in the jar of this test. */
    static final class Inside {}

    @BeforeEach
    void jar() throws IOException {
        Path jar = folder.resolve("a jar.jar");
        String type = Inside.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                InputStream in = Inside.class.getClassLoader().getResourceAsStream(type)) {
            out.putNextEntry(new ZipEntry("inst/" + type));
            out.write(in.readAllBytes());
            out.putNextEntry(new ZipEntry("inst/words.txt"));
            out.write("inside".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("outside.txt"));
        }
        loader = IsolatedLoader.create(jar.toUri().toURL(), getClass().getProtectionDomain());
    }

    @Test
    void classesComeFromTheFolder() throws ClassNotFoundException {
        Class<?> loaded = loader.loadClass(Inside.class.getName());

        assertThat(loaded).isNotSameAs(Inside.class);
        assertThat(loaded.getClassLoader()).isSameAs(loader);
        assertThat(loaded.getPackage().getName()).isEqualTo("io.github.leasewarden.premain");
    }

    @Test
    void nothingElseIsSeenButThePlatform() throws ClassNotFoundException {
        assertThatThrownBy(() -> loader.loadClass(Test.class.getName())).isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.loadClass("java.sql.Connection")).isNotNull();
        assertThat(loader.getResource("outside.txt")).isNull();
    }

    @Test
    void resourcesAreReadAndListed() throws IOException {
        try (InputStream in = loader.getResourceAsStream("words.txt")) {
            assertThat(in).hasContent("inside");
        }
        assertThat(loader.getResources("words.txt").nextElement().openStream()).hasContent("inside");
        assertThat(loader.getResources("nothing.txt").hasMoreElements()).isFalse();
    }
}
