package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Plain arrays kept by a list that only a local variable of another thread knows: no class of the application grows. */
public final class LocalBytes implements Program {
    private Consumer<byte[]> archive;

    public LocalBytes() {
        java.util.concurrent.SynchronousQueue<byte[]> queue = new java.util.concurrent.SynchronousQueue<>();
        Thread thread = new Thread(() -> archive(queue), "archive");
        thread.setDaemon(true);
        thread.start();
        archive = page -> {
            try {
                queue.put(page);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void tick(Moment moment) {
        archive.accept(new byte[50_000]);
    }

    private static void archive(java.util.concurrent.SynchronousQueue<byte[]> queue) {
        List<byte[]> pages = new ArrayList<>();
        try {
            while (true) {
                pages.add(queue.take());
            }
        } catch (InterruptedException e) {
            System.out.println(pages.size());
        }
    }
}
