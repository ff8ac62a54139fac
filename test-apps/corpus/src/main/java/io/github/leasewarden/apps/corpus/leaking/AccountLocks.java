package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Transfers lock the account, each by a lock of its own that is made when first asked for; guests have an account only once. */
public final class AccountLocks implements Program {
    private final Map<String, Lock> locks = new ConcurrentHashMap<>();
    private final Deque<byte[]> receipts = new ArrayDeque<>();
    private final Random random = new Random(114);
    private long moved;

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 12; i++) {
            transfer(i < 2 ? "guest-" + Long.toHexString(random.nextLong()) : "customer-" + random.nextInt(600));
        }
        int unsent = 100 + random.nextInt(60);
        while (receipts.size() > unsent) {
            receipts.removeFirst();
        }
    }

    private void transfer(String account) {
        Lock lock = locks.computeIfAbsent(account, unknown -> new ReentrantLock());
        lock.lock();
        try {
            moved += random.nextInt(1_000);
            receipts.addLast(new byte[1_000 + random.nextInt(4_000)]);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return moved + " moved";
    }
}
