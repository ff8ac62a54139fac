package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Thumbnails are made by two workers; the futures are collected to be waited for at shutdown, with what is in them. */
public final class ThumbnailResults implements Program {
    private final ExecutorService workers = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "thumbnails");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Future<byte[]>> submitted = new ArrayList<>();

    @Override
    public void tick(Moment moment) {
        submitted.add(workers.submit(() -> thumbnail(moment.tick())));
    }

    private static byte[] thumbnail(int picture) {
        byte[] pixels = new byte[40_000 + picture % 7 * 8_000];
        pixels[0] = (byte) picture;
        return pixels;
    }
}
