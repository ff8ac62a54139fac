package io.github.leasewarden.apps.demo;

import io.github.leasewarden.apps.support.Load;
import io.github.leasewarden.apps.support.Options;
import io.github.leasewarden.apps.support.QuietLogging;
import io.github.leasewarden.apps.support.Workers;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * A small order service that makes three mistakes at once, in {@link OrderRepository}, {@link ChatRoom} and {@link OrderFeed}.
 * Left alone it runs out of Neo4j connections after a few seconds and fails nearly every request from then on.
 *
 * <p>Every request renders an order, watches the feed for its cancellation and saves it; every third customer also visits
 * the chat. Exit code 0 unless the service cannot start. A heap of 256 MB ({@code -Xmx256m}) is plenty.
 *
 * <p>{@code --cancel-every N}: every Nth order is cancelled, so that the feed speaks now and then (default: never).
 */
public final class DemoApp {
    /** Enough for {@code --rate} requests a second that each wait for a connection in vain, for 3 s. */
    private static final int WORKERS = 64;

    private final OrderRepository repository;
    private final ChatServer chat;
    private final OrderFeed feed = new OrderFeed();
    private final Statistics statistics = new Statistics();

    private DemoApp(OrderRepository repository, ChatServer chat) {
        this.repository = repository;
        this.chat = chat;
    }

    public static void main(String[] args) throws DeploymentException, InterruptedException {
        Options options = Options.parse(args, "--seconds=45 --rate=15 --requests=0 --cancel-every=0 --uri=");
        QuietLogging.install();
        try (OrderRepository repository = new OrderRepository(options.neo4jUri());
                ChatServer chat = new ChatServer()) {
            System.out.println("order service started");
            new DemoApp(repository, chat).run(options);
        }
    }

    private void run(Options options) throws InterruptedException {
        ExecutorService workers = Workers.named("order-request", WORKERS);
        int rate = options.number("--rate");
        int cancelEvery = options.number("--cancel-every");
        new Load(options).run(order -> {
            workers.execute(() -> serve(order));
            if (cancelEvery > 0 && order % cancelEvery == 0) {
                feed.cancel(order);
            }
            if (order % rate == 0) {
                System.out.println(statistics.progress());
            }
        });
        workers.shutdown();
        if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
        System.out.println(statistics.summary());
        System.out.println("left behind: " + feed.watchers() + " watchers of the order feed, " + ChatRoom.listeners()
                + " listeners in the chat room");
    }

    private void serve(int id) {
        try {
            Order order = Order.render(id);
            feed.watch(order);
            if (id % 3 == 0) {
                chat.visit(new Customer(id));
            }
            repository.save(order);
            statistics.succeeded();
        } catch (Neo4jException | DeploymentException | IOException e) {
            statistics.failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
