package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;

/** Holders of leases renew them early and often, each time by fifteen seconds from the end; a term is dropped when it has ended. */
public final class LeaseRenewals implements Program {
    private static final int TERM = 300;
    private final Holder[] holders = new Holder[500];
    private final Queue<Term> terms = new PriorityQueue<>(Comparator.comparingInt((Term term) -> term.end));
    private final Random random = new Random(503);
    private int lost;

    private static final class Holder {
        private int end;
    }

    private record Term(Holder holder, int end, byte[] token) {}

    public LeaseRenewals() {
        Arrays.setAll(holders, number -> new Holder());
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(21); i > 0; i--) {
            Holder holder = holders[random.nextInt(holders.length)];
            holder.end = Math.max(holder.end, moment.tick()) + TERM;
            terms.add(new Term(holder, holder.end, new byte[400 + random.nextInt(1_200)]));
        }
        while (!terms.isEmpty() && terms.element().end <= moment.tick()) {
            Term ended = terms.remove();
            lost += ended.holder.end == ended.end ? 1 : 0;
        }
    }

    @Override
    public String toString() {
        return lost + " leases lost";
    }
}
