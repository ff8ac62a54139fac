package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Carts in two indexes: paying removes a cart from both, but the rare cart that times out is removed from one only. */
public final class SecondIndex implements Program {
    private final Map<Integer, Cart> byNumber = new LinkedHashMap<>();
    private final Map<String, Cart> byEmail = new HashMap<>();
    private final Random random = new Random(19);
    private int carts;

    private record Cart(int number, int tick, String email, byte[] articles) {}

    @Override
    public void tick(Moment moment) {
        long customers = Math.round(6 + 5 * Math.sin(2 * Math.PI * moment.seconds() / 40));
        for (int i = 0; i < customers; i++) {
            Cart cart = new Cart(++carts, moment.tick(), "customer" + carts + "@example.org", new byte[18_000]);
            byNumber.put(cart.number, cart);
            byEmail.put(cart.email, cart);
        }
        for (Iterator<Cart> oldest = byNumber.values().iterator(); oldest.hasNext(); ) {
            Cart cart = oldest.next();
            if (cart.tick > moment.tick() - 160) {
                break;
            }
            oldest.remove();
            boolean paid = random.nextInt(12) > 0;
            if (paid) {
                byEmail.remove(cart.email);
            }
        }
    }
}
