package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** An import loads products through one unit of work, which is flushed but never cleared: it knows each of them, and a copy. */
public final class UnitOfWork implements Program {
    private final Context context = new Context();
    private final Random random = new Random(301);
    private int products;

    private record EntityKey(String type, int id) {}

    private static final class Product {
        private final String name;
        private final String supplier;
        private int price = 100;

        private Product(int id) {
            name = "product " + id;
            supplier = "supplier of products from " + id / 100 * 100;
        }

        private Object[] state() {
            return new Object[] {name, supplier, price};
        }
    }

    private static final class Context {
        private final Map<EntityKey, Product> loaded = new HashMap<>();
        private final Map<EntityKey, Object[]> asLoaded = new HashMap<>();
        private final Set<EntityKey> unflushed = new LinkedHashSet<>();
        private int statements;

        private Product find(EntityKey key) {
            Product product = loaded.computeIfAbsent(key, unknown -> new Product(unknown.id));
            asLoaded.computeIfAbsent(key, unknown -> product.state());
            unflushed.add(key);
            return product;
        }

        private void flush() {
            for (EntityKey key : unflushed) {
                if (!Arrays.equals(loaded.get(key).state(), asLoaded.get(key))) {
                    asLoaded.put(key, loaded.get(key).state());
                    statements++;
                }
            }
            unflushed.clear();
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(31); i > 0; i--) {
            context.find(new EntityKey("Product", ++products)).price += random.nextInt(3) * 300;
        }
        if (moment.tick() % 40 == 0) {
            context.flush();
        }
    }

    @Override
    public String toString() {
        return context.statements + " statements";
    }
}
