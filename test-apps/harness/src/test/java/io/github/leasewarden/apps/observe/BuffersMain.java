package io.github.leasewarden.apps.observe;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Holds direct buffers of so many mebibytes, and hardly any heap, for so many seconds. */
public final class BuffersMain {
    private BuffersMain() {}

    public static void main(String[] args) throws InterruptedException {
        List<ByteBuffer> buffers = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            buffers.add(ByteBuffer.allocateDirect(1 << 20));
        }
        Thread.sleep(1000L * Integer.parseInt(args[1]));
        System.out.println(buffers.size() + " buffers");
    }
}
