package io.github.leasewarden.apps.load;

import io.github.leasewarden.apps.support.Options;
import io.github.leasewarden.apps.support.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One round: open everything, let all of it work at the same time, close everything. */
final class Round {
    private final ExecutorService workers = Workers.named("load", 4);
    private final Options options;
    private final Progress progress;
    private final Subscribers subscribers;
    private final Visitors visitors;
    private final Queries queries;
    private final Leases leases;

    Round(
            Options options,
            Progress progress,
            Subscribers subscribers,
            Visitors visitors,
            Queries queries,
            Leases leases) {
        this.options = options;
        this.progress = progress;
        this.subscribers = subscribers;
        this.visitors = visitors;
        this.queries = queries;
        this.leases = leases;
    }

    void run() throws Exception {
        int subscriptions = options.number("--subscriptions");
        int connections = options.number("--connections");
        int count = options.number("--queries");
        int items = options.number("--items");
        progress.phase("open " + subscriptions + " subscriptions", () -> subscribers.open(subscriptions));
        progress.phase("open " + connections + " WebSocket connections", () -> visitors.connect(connections));
        progress.phase("open " + count + " Neo4j sessions", () -> queries.open(count));
        if (leases.areCounted()) {
            progress.phase("wait until the agent has counted them", () -> {
                leases.awaitAtLeast("subscription", subscriptions);
                leases.awaitAtLeast("websocket", connections);
                leases.awaitAtLeast("neo4j-session", count);
            });
        }
        progress.phase("an event, a message, a query each, " + items + " items", () -> {
            Callable<Void> events = () -> {
                subscribers.publishAndAwait();
                return null;
            };
            Callable<Void> messages = () -> {
                visitors.sayAndAwait();
                return null;
            };
            Callable<Void> rows = () -> {
                queries.run();
                return null;
            };
            Callable<Void> stream = () -> {
                Items.stream(items);
                return null;
            };
            atOnce(List.of(events, messages, rows, stream));
        });
        progress.phase("close everything", () -> {
            subscribers.cancelAll();
            visitors.disconnectAll();
        });
    }

    private void atOnce(List<Callable<Void>> work) throws Exception {
        List<Future<Void>> results = new ArrayList<>(workers.invokeAll(work));
        for (Future<Void> each : results) {
            each.get();
        }
    }
}
