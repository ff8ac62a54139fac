package io.github.leasewarden.premain;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads everything but the entry from the {@code inst/} folder of the agent's own jar. Its parent is the platform loader, so that neither
 * side sees the other's Byte Buddy or Jackson.
 *
 * <p>Not a {@code URLClassLoader} of {@code jar:…!/inst/}: on 17 and 25 that opens each class file once more than it closes it, and hundreds of inflaters
 * with their native memory stay until a collection finds them.
 */
final class IsolatedLoader extends ClassLoader {
    private static final String FOLDER = "inst/";

    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;
    private final URL inside;
    private final ProtectionDomain domain;

    private IsolatedLoader(JarFile jar, URL inside, ProtectionDomain domain) {
        super("leasewarden", ClassLoader.getPlatformClassLoader());
        this.jar = jar;
        this.inside = inside;
        this.domain = domain;
    }

    static ClassLoader create() throws IOException {
        ProtectionDomain domain = IsolatedLoader.class.getProtectionDomain();
        CodeSource source = domain.getCodeSource();
        if (source == null) {
            throw new IOException("the agent cannot find its own jar");
        }
        return create(source.getLocation(), domain);
    }

    /** The jar stays open for as long as the JVM runs, as the one of any application does. */
    static ClassLoader create(URL location, ProtectionDomain domain) throws IOException {
        try {
            JarFile jar = new JarFile(new File(location.toURI()), false);
            return new IsolatedLoader(jar, new URL("jar:" + location + "!/" + FOLDER), domain);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("the agent's own jar is no file: " + location, e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JarEntry entry = jar.getJarEntry(FOLDER + name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] code = in.readAllBytes();
            return defineClass(name, code, 0, code.length, domain);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        if (jar.getJarEntry(FOLDER + name) == null) {
            return null;
        }
        try {
            return new URL(inside, name);
        } catch (MalformedURLException e) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL found = findResource(name);
        return found == null ? Collections.emptyEnumeration() : Collections.enumeration(Collections.singleton(found));
    }
}
