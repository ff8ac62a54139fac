package io.github.leasewarden.core.inspection;

import io.github.leasewarden.core.sampling.Keeping;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A class of this test's class path and those in it, loaded by a loader of their own as an application's would be, and what is read from their class files. */
final class Application implements AutoCloseable {
    /** However long a busy machine takes, all classes are read. */
    private static final LongSupplier AT_ONCE = () -> 0;

    private final URLClassLoader loader;
    private final List<Class<?>> loaded = new ArrayList<>();

    /** @param anonymous how many of its anonymous classes are loaded as well */
    Application(Class<?> outer, int anonymous) throws ClassNotFoundException {
        URL classes = outer.getProtectionDomain().getCodeSource().getLocation();
        loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
        Class<?> own = load(outer.getName());
        loaded.addAll(List.of(own.getDeclaredClasses()));
        for (int number = 1; number <= anonymous; number++) {
            load(outer.getName() + "$" + number);
        }
    }

    private Class<?> load(String name) throws ClassNotFoundException {
        Class<?> type = Class.forName(name, false, loader);
        loaded.add(type);
        return type;
    }

    Class<?> outer() {
        return loaded.get(0);
    }

    /** @param field that is known to hold instances of it, or null */
    Keeping keeping(String className, @Nullable String field, LongSupplier nanoTime) {
        Map<String, @Nullable String> asked = new HashMap<>();
        asked.put(className, field);
        return new Keepers(new ApplicationCode(() -> loaded.toArray(Class<?>[]::new), nanoTime))
                .of(asked)
                .get(className);
    }

    Keeping keeping(String className) {
        return keeping(className, null, AT_ONCE);
    }

    Keeping keeping(String className, String field) {
        return keeping(className, field, AT_ONCE);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
