package io.github.leasewarden.apps.faults;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;

/** Loads the tracked class in new class loaders, two threads at a time, and drops them, as redeployments do. */
public final class ReloadMain {
    private ReloadMain() {}

    /** Defines {@link Thing} itself. */
    private static final class Redeployed extends ClassLoader {
        Redeployed() {
            super(ReloadMain.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.equals(Thing.class.getName())) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] file = in.readAllBytes();
                return defineClass(name, file, 0, file.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            loaders.add(round(args[1].equals("virtual")));
        }
        long alive = rounds;
        for (int i = 0; i < 100 && alive > 2; i++) {
            System.gc();
            Thread.sleep(100);
            alive = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        System.out.println("loaders alive: " + (alive <= 2 ? "none but the last" : alive));
    }

    private static WeakReference<ClassLoader> round(boolean virtual) throws Exception {
        ClassLoader loader = new Redeployed();
        CyclicBarrier together = new CyclicBarrier(2);
        Runnable load = () -> {
            try {
                together.await();
                AutoCloseable thing = (AutoCloseable) Class.forName(Thing.class.getName(), true, loader)
                        .getConstructor()
                        .newInstance();
                thing.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        Thread one = start(load, virtual);
        Thread other = start(load, virtual);
        one.join();
        other.join();
        return new WeakReference<>(loader);
    }

    /** Virtual threads by reflection: this is compiled for JDK 17. */
    private static Thread start(Runnable work, boolean virtual) throws ReflectiveOperationException {
        if (virtual) {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
        }
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }
}
