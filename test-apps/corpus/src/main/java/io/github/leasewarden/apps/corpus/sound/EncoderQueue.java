package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A camera that is faster than the encoder puts pictures into a queue of 450; when that is full the camera has to wait. */
public final class EncoderQueue implements Program {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(35);
    private final BlockingQueue<Picture> queue = new ArrayBlockingQueue<>(450);
    private long encoded;

    private record Picture(int number, byte[] pixels) {}

    public EncoderQueue() {
        Thread camera = new Thread(this::film, "camera");
        camera.setDaemon(true);
        camera.start();
    }

    @Override
    public void tick(Moment moment) {
        Picture picture = queue.poll();
        if (picture != null) {
            encoded += picture.pixels.length;
        }
    }

    private void film() {
        try {
            long start = System.nanoTime();
            for (int number = 1; true; number++) {
                queue.put(new Picture(number, new byte[60_000]));
                LockSupport.parkNanos(start + number * INTERVAL - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return encoded + " bytes encoded";
    }
}
