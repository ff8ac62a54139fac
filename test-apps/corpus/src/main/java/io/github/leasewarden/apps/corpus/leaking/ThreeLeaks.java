package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three leaks at once, of different speed. */
public final class ThreeLeaks implements Program {
    private static final List<Order> ORDERS = new ArrayList<>();
    private final Map<String, Customer> customers = new HashMap<>();
    private final List<Coupon> coupons = new ArrayList<>();

    private record Order(byte[] lines) {}

    private record Customer(String name, byte[] photo) {}

    private record Coupon(int tick, byte[] code) {}

    @Override
    public void tick(Moment moment) {
        ORDERS.add(new Order(new byte[20_000]));
        customers.put("customer " + moment.tick(), new Customer("name " + moment.tick(), new byte[8_000]));
        coupons.add(new Coupon(moment.tick(), new byte[2_000]));
    }
}
