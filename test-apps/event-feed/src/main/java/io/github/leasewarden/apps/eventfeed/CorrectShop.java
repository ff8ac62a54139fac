package io.github.leasewarden.apps.eventfeed;

import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.Disposable;

/** Ends the subscription with the request. */
final class CorrectShop implements Shop {
    private final PriceFeed feed;

    CorrectShop(PriceFeed feed) {
        this.feed = feed;
    }

    @Override
    public void serveWithJdk() {
        PriceWatcher watcher = new PriceWatcher();
        feed.publisher().subscribe(watcher);
        watcher.stop();
    }

    @Override
    public void serveWithReactor() {
        AtomicInteger lastPrice = new AtomicInteger();
        Disposable subscription = feed.flux().subscribe(lastPrice::set);
        subscription.dispose();
    }
}
