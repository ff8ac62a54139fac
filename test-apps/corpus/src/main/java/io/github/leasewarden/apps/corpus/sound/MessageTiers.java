package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import java.util.zip.Deflater;

/** Messages are kept as they are for ten seconds, then compressed for thirty more, then dropped. */
public final class MessageTiers implements Program {
    private final Deque<Message> hot = new ArrayDeque<>();
    private final Deque<Packed> cold = new ArrayDeque<>();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] buffer = new byte[32_000];
    private final Random random = new Random(204);

    private record Message(int tick, String text) {}

    private record Packed(int tick, byte[] bytes) {}

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(6); i > 0; i--) {
            hot.addLast(new Message(moment.tick(), text()));
        }
        while (!hot.isEmpty() && hot.getFirst().tick < moment.tick() - 200) {
            cold.addLast(pack(hot.removeFirst()));
        }
        while (!cold.isEmpty() && cold.getFirst().tick < moment.tick() - 800) {
            cold.removeFirst();
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int word = 1_200 + random.nextInt(600); word > 0; word--) {
            text.append(Integer.toString(random.nextInt(100_000), 36)).append(' ');
        }
        return text.toString();
    }

    private Packed pack(Message message) {
        deflater.reset();
        deflater.setInput(message.text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        return new Packed(message.tick, Arrays.copyOf(buffer, deflater.deflate(buffer)));
    }
}
