package io.github.leasewarden.instrumentation.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Class files of classes that are loaded already. */
final class ClassFiles {
    private ClassFiles() {}

    static byte[] of(Class<?> type) {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
