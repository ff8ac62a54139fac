package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Bookings of an account are hung on the one before, in an endless chain of futures, and done in order; some hours are busy. */
public final class OrderedBookings implements Program {
    private final Account[] accounts = new Account[300];
    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final Random random = new Random(410);

    private static final class Account {
        private CompletableFuture<Long> last = CompletableFuture.completedFuture(0L);

        private void book(byte[] booking, Queue<Runnable> executor) {
            last = last.thenApplyAsync(balance -> balance + booking.length, executor::add);
        }
    }

    public OrderedBookings() {
        Arrays.setAll(accounts, number -> new Account());
    }

    @Override
    public void tick(Moment moment) {
        boolean busy = moment.seconds() % 33 > 9 && moment.seconds() % 33 < 16;
        for (int i = random.nextInt(busy ? 91 : 19); i > 0; i--) {
            accounts[random.nextInt(accounts.length)].book(new byte[2_000 + random.nextInt(5_000)], ready);
        }
        for (int i = 0; i < 20 && !ready.isEmpty(); i++) {
            ready.remove().run();
        }
    }
}
