package io.github.leasewarden.core.http;

import java.util.function.Consumer;

/**
 * The group of microhttp's own threads: gives them our name, by which their cost is counted, and hears of their end. Without it an error
 * in them would reach the application's default handler, which may end the JVM.
 */
final class LoopThreads extends ThreadGroup {
    private final Consumer<Throwable> died;

    LoopThreads(Consumer<Throwable> died) {
        super("leasewarden-http");
        this.died = died;
    }

    void name() {
        Thread[] threads = new Thread[8];
        int count = enumerate(threads, false);
        for (int i = 0; i < count; i++) {
            String name = threads[i].getName();
            if (!name.startsWith("leasewarden-")) {
                threads[i].setName("leasewarden-http-" + name);
            }
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        died.accept(error);
    }
}
