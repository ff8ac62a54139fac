package io.github.leasewarden.apps.eventfeed;

import io.github.leasewarden.apps.support.Load;
import io.github.leasewarden.apps.support.Options;

/**
 * Requests that subscribe to a feed: the odd ones to a {@link java.util.concurrent.SubmissionPublisher}, the even ones to a
 * Reactor sink. {@link LeakingShop} never cancels, {@link CorrectShop} ({@code --correct}) does.
 *
 * <p>{@code --publish-every N} sends an event after every N requests. By default there is none: a leaked subscription then
 * looks as idle as it is useless, whereas a busy feed keeps all of them in use. {@code --tell-every N} says after every N requests
 * how many subscribers there are.
 */
public final class EventFeedApp {
    private EventFeedApp() {}

    public static void main(String[] args) {
        Options options = Options.parse(args, Load.OPTIONS + " --publish-every=0 --tell-every=0");
        int publishEvery = options.number("--publish-every");
        int tellEvery = options.number("--tell-every");
        PriceFeed feed = new PriceFeed();
        Shop shop = options.has("--correct") ? new CorrectShop(feed) : new LeakingShop(feed);

        int requests = new Load(options).run(request -> {
            if (request % 2 == 1) {
                shop.serveWithJdk();
            } else {
                shop.serveWithReactor();
            }
            if (publishEvery > 0 && request % publishEvery == 0) {
                feed.publish(request);
            }
            if (tellEvery > 0 && request % tellEvery == 0) {
                tell(feed);
            }
        });

        System.out.println("requests: " + requests);
        if (!options.has("--quiet")) {
            tell(feed);
        }
    }

    private static void tell(PriceFeed feed) {
        System.out.println(
                "subscribers held: " + feed.jdkSubscribers() + " JDK, " + feed.reactorSubscribers() + " Reactor");
    }
}
