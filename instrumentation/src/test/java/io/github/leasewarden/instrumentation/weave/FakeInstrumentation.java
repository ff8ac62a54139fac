package io.github.leasewarden.instrumentation.weave;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** What a JVM does with transformers, for classes of one loader: those that cannot retransform first, then the others. */
final class FakeInstrumentation {
    private final List<ClassFileTransformer> incapable = new ArrayList<>();
    private final List<ClassFileTransformer> capable = new ArrayList<>();
    private final List<Class<?>> loaded = new ArrayList<>();
    private final List<Class<?>> retransformed = new ArrayList<>();

    /** The JVM's interface to it. */
    Instrumentation proxy() {
        return (Instrumentation) Proxy.newProxyInstance(
                FakeInstrumentation.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (self, method, arguments) -> answer(method.getName(), arguments));
    }

    private Object answer(String method, Object[] arguments) {
        switch (method) {
            case "addTransformer":
                ((boolean) arguments[1] ? capable : incapable).add((ClassFileTransformer) arguments[0]);
                return null;
            case "removeTransformer":
                return incapable.remove(arguments[0]) | capable.remove(arguments[0]);
            case "getAllLoadedClasses":
                return loaded.toArray(new Class<?>[0]);
            case "isModifiableClass":
                return true;
            case "retransformClasses":
                retransformed.addAll(List.of((Class<?>[]) arguments[0]));
                return null;
            default:
                throw new UnsupportedOperationException(method);
        }
    }

    void loaded(Class<?> type) {
        loaded.add(type);
    }

    List<Class<?>> retransformed() {
        return retransformed;
    }

    /** Transformers that take part in retransformation. */
    int capable() {
        return capable.size();
    }

    /** What is loaded instead of the file. */
    byte[] load(ClassLoader loader, Class<?> original) throws Exception {
        return redefine(loader, null, original);
    }

    /** What replaces a loaded class when somebody asks for its original. */
    byte[] redefine(ClassLoader loader, Class<?> loadedAs, Class<?> original) throws Exception {
        byte[] file = ClassFiles.of(original);
        List<ClassFileTransformer> all = new ArrayList<>(incapable);
        all.addAll(capable);
        for (ClassFileTransformer transformer : all) {
            byte[] changed = transformer.transform(loader, ClassFiles.internalName(original), loadedAs, null, file);
            file = changed == null ? file : changed;
        }
        return file;
    }

    /** What only the retransformable transformers make of the file. */
    byte[] retransform(ClassLoader loader, Class<?> original) throws Exception {
        byte[] file = ClassFiles.of(original);
        for (ClassFileTransformer transformer : capable) {
            byte[] changed = transformer.transform(loader, ClassFiles.internalName(original), original, null, file);
            file = changed == null ? file : changed;
        }
        return file;
    }
}
