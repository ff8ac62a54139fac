package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Accounts as a balance and the events since; fifty events are folded into the balance. Some accounts are busier than others. */
public final class AccountEvents implements Program {
    private static final int MOST = 50;
    private final Account[] accounts = new Account[500];
    private final Random random = new Random(212);

    private record Event(int amount, String purpose, byte[] signature) {}

    private static final class Account {
        private final List<Event> since = new ArrayList<>();
        private long balance;

        private void add(Event event) {
            since.add(event);
            if (since.size() >= MOST) {
                since.forEach(old -> balance += old.amount);
                since.clear();
            }
        }
    }

    public AccountEvents() {
        Arrays.setAll(accounts, number -> new Account());
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 80; i++) {
            double place = random.nextDouble();
            int account = (int) (accounts.length * place * place * place);
            accounts[account].add(new Event(
                    random.nextInt(1_000), "transfer " + moment.tick() + "." + i, new byte[600 + random.nextInt(400)]));
        }
    }
}
