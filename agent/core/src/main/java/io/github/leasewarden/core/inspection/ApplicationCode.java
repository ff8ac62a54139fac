package io.github.leasewarden.core.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Which of this JVM's classes are the application's, and what their code says. Reads class files through their loaders, without loading or
 * initialising anything; at most {@value #MOST_CLASSES} of them and for at most {@value #MOST_MILLIS} ms. Safe for use from any thread.
 */
public final class ApplicationCode {
    private static final int MOST_CLASSES = 3000;
    private static final long MOST_MILLIS = 1_000;

    private final Supplier<Class<?>[]> loaded;
    private final LongSupplier nanoTime;

    /** @param loaded all classes of this JVM, as {@code Instrumentation} lists them */
    public ApplicationCode(Supplier<Class<?>[]> loaded, LongSupplier nanoTime) {
        this.loaded = loaded;
        this.nanoTime = nanoTime;
    }

    /** All classes of this JVM. */
    Class<?>[] loaded() {
        return loaded.get();
    }

    /** Names of classes that only the agent has loaded, its libraries and its exporter included. */
    public Set<String> ours() {
        Class<?>[] all = loaded.get();
        Set<String> ours = new HashSet<>();
        for (Class<?> type : all) {
            if (isOurs(type)) {
                ours.add(type.getName());
            }
        }
        for (Class<?> type : all) {
            if (!isOurs(type)) {
                ours.remove(type.getName());
            }
        }
        return ours;
    }

    /**
     * Reads the application's classes.
     *
     * @param all of this JVM
     * @param near names of classes, or of fields in them, whose packages come first
     */
    CodeReader read(Class<?>[] all, Collection<String> near) {
        CodeReader code = new CodeReader();
        long start = nanoTime.getAsLong();
        List<Class<?>> nearest = new ArrayList<>(application(all));
        nearest.sort(Comparator.comparingInt((Class<?> type) -> -nearness(type.getName(), near)));
        Set<String> seen = new HashSet<>();
        for (Class<?> type : nearest) {
            if (seen.size() >= MOST_CLASSES || nanoTime.getAsLong() - start > MOST_MILLIS * 1_000_000) {
                code.leaveOthersUnread();
                break;
            }
            if (!type.isHidden() && seen.add(type.getName())) {
                read(type, code);
            }
        }
        return code;
    }

    private static void read(Class<?> type, CodeReader code) {
        String resource = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                code.read(in.readAllBytes());
            }
        } catch (IOException | RuntimeException | LinkageError unreadable) {
            // generated, encrypted or newer than our reader: its code says nothing, as if it had not been found
        }
    }

    /** The exporter and its libraries are in a child of our own loader. */
    private static boolean isOurs(Class<?> type) {
        ClassLoader own = ApplicationCode.class.getClassLoader();
        ClassLoader loader = type.getClassLoader();
        while (loader != null && loader != own) {
            loader = loader.getParent();
        }
        return loader == own;
    }

    private static List<Class<?>> application(Class<?>[] all) {
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        return Arrays.stream(all)
                .filter(type -> type.getClassLoader() != null
                        && type.getClassLoader() != platform
                        && !isOurs(type)
                        && !type.isArray())
                .toList();
    }

    private static int nearness(String name, Collection<String> others) {
        int nearest = 0;
        for (String other : others) {
            int same = 0;
            while (same < Math.min(name.length(), other.length()) && name.charAt(same) == other.charAt(same)) {
                same++;
            }
            nearest = Math.max(nearest, same);
        }
        return nearest;
    }
}
