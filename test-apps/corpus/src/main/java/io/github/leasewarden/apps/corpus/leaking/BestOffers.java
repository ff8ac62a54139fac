package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;

/** The highest bid on 400 lots is shown; one that is outbid, or its lot sold, is skipped when it comes to the top. */
public final class BestOffers implements Program {
    private final Lot[] lots = new Lot[400];
    private final Queue<Bid> highest = new PriorityQueue<>(Comparator.comparingInt((Bid bid) -> -bid.price));
    private final Random random = new Random(704);
    private long shown;

    private static final class Lot {
        private int price;
        private Bid newest;

        private Lot(int price) {
            this.price = price;
        }
    }

    private record Bid(Lot lot, int price, byte[] bidder) {
        private boolean isNewest() {
            return lot.newest == this;
        }
    }

    public BestOffers() {
        Arrays.setAll(lots, number -> new Lot(random.nextInt(5_000)));
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(17); i > 0; i--) {
            Lot lot = lots[random.nextInt(lots.length)];
            lot.price += 1 + random.nextInt(20);
            lot.newest = new Bid(lot, lot.price, new byte[400 + random.nextInt(800)]);
            highest.add(lot.newest);
        }
        int sold = random.nextInt(lots.length);
        lots[sold].newest = null;
        lots[sold] = new Lot(random.nextInt(5_000));
        while (!highest.isEmpty() && !highest.element().isNewest()) {
            highest.remove();
        }
        shown += highest.isEmpty() ? 0 : highest.element().bidder.length;
    }

    @Override
    public String toString() {
        return shown + " shown";
    }
}
