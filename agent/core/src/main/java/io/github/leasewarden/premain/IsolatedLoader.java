package io.github.leasewarden.premain;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;

/**
 * Loads everything but the entry from the {@code inst/} folder of the agent's own jar. Its parent is the platform loader, so that neither
 * side sees the other's Byte Buddy or Jackson.
 */
final class IsolatedLoader {
    private IsolatedLoader() {}

    static ClassLoader create() throws IOException {
        CodeSource source = IsolatedLoader.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("the agent cannot find its own jar");
        }
        URL inside = new URL("jar:" + source.getLocation() + "!/inst/");
        return new URLClassLoader("leasewarden", new URL[] {inside}, ClassLoader.getPlatformClassLoader());
    }
}
