package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Scripts are compiled into a class loader of their own each; a registry keeps one object of every script for ever. */
public final class LoaderLeak implements Program {
    private static final List<Object> REGISTRY = new ArrayList<>();

    /** What a script becomes; loaded anew by every loader. */
    public static final class Script {}

    private static final class ScriptLoader extends ClassLoader {
        private ScriptLoader() {
            super(LoaderLeak.class.getClassLoader());
        }

        private Class<?> define(byte[] code) {
            return defineClass(Script.class.getName(), code, 0, code.length);
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 4 == 0) {
            try (InputStream in = LoaderLeak.class.getResourceAsStream("LoaderLeak$Script.class")) {
                REGISTRY.add(new ScriptLoader()
                        .define(in.readAllBytes())
                        .getDeclaredConstructor()
                        .newInstance());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
