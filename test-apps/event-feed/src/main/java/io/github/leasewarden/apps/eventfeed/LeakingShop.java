package io.github.leasewarden.apps.eventfeed;

import java.util.concurrent.atomic.AtomicInteger;

/** Subscribes for each request and leaves the subscription behind. */
final class LeakingShop implements Shop {
    private final PriceFeed feed;

    LeakingShop(PriceFeed feed) {
        this.feed = feed;
    }

    @Override
    public void serveWithJdk() {
        feed.publisher().subscribe(new PriceWatcher());
    }

    @Override
    public void serveWithReactor() {
        AtomicInteger lastPrice = new AtomicInteger();
        feed.flux().subscribe(lastPrice::set);
    }
}
