package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A broker that delivers each message once: it remembers ids for a while, but what it then takes out is the id's text. */
public final class DeliveredIds implements Program {
    private final Shard[] shards = new Shard[8];
    private final Deque<Message> recent = new ArrayDeque<>();
    private final Random random = new Random(101);
    private int duplicates;

    private record Message(String id, byte[] body) {}

    private static final class Shard {
        private final Set<UUID> seen = ConcurrentHashMap.newKeySet();

        private boolean first(Message message) {
            return seen.add(UUID.fromString(message.id));
        }

        private void forget(Object id) {
            seen.remove(id);
        }
    }

    public DeliveredIds() {
        for (int i = 0; i < shards.length; i++) {
            shards[i] = new Shard();
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 150; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            Message message = new Message(id.toString(), new byte[300 + random.nextInt(1_500)]);
            if (shard(message).first(message)) {
                recent.addLast(message);
            } else {
                duplicates++;
            }
        }
        while (recent.size() > 3000) {
            Message old = recent.removeFirst();
            shard(old).forget(old.id);
        }
    }

    private Shard shard(Message message) {
        return shards[Math.floorMod(message.id.hashCode(), shards.length)];
    }

    @Override
    public String toString() {
        return duplicates + " duplicates";
    }
}
