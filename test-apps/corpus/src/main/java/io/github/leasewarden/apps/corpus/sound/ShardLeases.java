package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;

/** Owners of shards renew their leases early and often, each time for 45 seconds from now; a grant is dropped when it has ended. */
public final class ShardLeases implements Program {
    private static final int TERM = 900;
    private final Shard[] shards = new Shard[500];
    private final Queue<Grant> grants = new PriorityQueue<>(Comparator.comparingInt((Grant grant) -> grant.end));
    private final Random random = new Random(601);
    private int orphaned;

    private static final class Shard {
        private int end;
    }

    private record Grant(Shard shard, int end, byte[] token) {}

    public ShardLeases() {
        Arrays.setAll(shards, number -> new Shard());
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(21); i > 0; i--) {
            Shard shard = shards[random.nextInt(shards.length)];
            shard.end = moment.tick() + TERM;
            grants.add(new Grant(shard, shard.end, new byte[800 + random.nextInt(2_400)]));
        }
        while (!grants.isEmpty() && grants.element().end <= moment.tick()) {
            Grant ended = grants.remove();
            orphaned += ended.shard.end == ended.end ? 1 : 0;
        }
    }

    @Override
    public String toString() {
        return orphaned + " shards orphaned";
    }
}
