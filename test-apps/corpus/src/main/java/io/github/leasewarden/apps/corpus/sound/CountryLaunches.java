package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A shop opens in twelve countries, one every five seconds, each with its articles and a thread that takes its orders. */
public final class CountryLaunches implements Program {
    private static final int PAUSE = 100;
    private final Map<Country, Shop> shops = new EnumMap<>(Country.class);
    private final Random random = new Random(611);

    private enum Country {
        NORWAY,
        SWEDEN,
        FINLAND,
        DENMARK,
        ESTONIA,
        LATVIA,
        LITHUANIA,
        POLAND,
        CZECHIA,
        AUSTRIA,
        SLOVENIA,
        CROATIA;

        private int opens() {
            return 20 + ordinal() * PAUSE;
        }
    }

    private static final class Article {
        private final byte[] description;
        private int stock = 1_000;

        private Article(int length) {
            description = new byte[length];
        }
    }

    private static final class Shop implements Runnable {
        private final Article[] articles = new Article[500];
        private final BlockingQueue<Integer> orders = new LinkedBlockingQueue<>(1_000);

        private Shop(Random random) {
            for (int i = 0; i < articles.length; i++) {
                articles[i] = new Article(4_000 + random.nextInt(6_000));
            }
        }

        @Override
        public void run() {
            try {
                while (true) {
                    int number = orders.take();
                    if (articles[number].stock-- == 0) {
                        articles[number] = new Article(articles[number].description.length);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void tick(Moment moment) {
        for (Country country : Country.values()) {
            if (country.opens() == moment.tick()) {
                open(country);
            }
        }
        for (Shop shop : shops.values()) {
            shop.orders.offer(random.nextInt(shop.articles.length));
        }
    }

    private void open(Country country) {
        Shop shop = new Shop(random);
        shops.put(country, shop);
        Thread thread = new Thread(shop, "orders from " + country);
        thread.setDaemon(true);
        thread.start();
    }
}
