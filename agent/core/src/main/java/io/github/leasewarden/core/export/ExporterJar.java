package io.github.leasewarden.core.export;

import io.github.leasewarden.export.Exporter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Loads an exporter from its jar, into a child of the agent's own isolated loader: it sees the agent's records, and neither the application
 * nor the agent sees its libraries.
 */
final class ExporterJar {
    private ExporterJar() {}

    /**
     * Loads it.
     *
     * @param version the agent's; the jar must be of the same, because both are compiled against the same records
     * @throws IllegalArgumentException with a sentence that names the jar, if it is missing, damaged, another one or of another version
     */
    static Exporter load(Path jar, String version) {
        requireVersion(jar, version);
        try {
            URL url = jar.toUri().toURL();
            ClassLoader loader =
                    new URLClassLoader("leasewarden-otlp", new URL[] {url}, ExporterJar.class.getClassLoader());
            return ServiceLoader.load(Exporter.class, loader)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(jar + " holds no exporter"));
        } catch (IOException | ServiceConfigurationError | LinkageError e) {
            throw new IllegalArgumentException(jar + " cannot be loaded: " + e, e);
        }
    }

    private static void requireVersion(Path jar, String version) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException("there is no file " + jar.toAbsolutePath());
        }
        String found;
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            found = manifest == null
                    ? null
                    : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        } catch (IOException e) {
            throw new IllegalArgumentException(jar + " is not a readable jar: " + e.getMessage(), e);
        }
        if (!version.equals(found)) {
            throw new IllegalArgumentException(jar + " is of version " + (found == null ? "unknown" : found)
                    + ", the agent of version " + version + "; they must be equal");
        }
    }
}
