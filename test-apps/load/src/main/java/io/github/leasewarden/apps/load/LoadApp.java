package io.github.leasewarden.apps.load;

import io.github.leasewarden.apps.support.Options;
import io.github.leasewarden.apps.support.QuietLogging;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;

/**
 * A load test as a team would write it: rounds of many subscriptions, WebSocket connections, Neo4j sessions and stream items, all at once in
 * one JVM, and afterwards everything is closed. What is left after the last round may not be more than what was left after the first, which
 * warms everything up: heap after a collection, threads, subscriptions, connections, and leases if an agent counts them. Exit status 1 if
 * it is, with one line for each thing that grew.
 *
 * <p>{@code --leak} leaves some of each behind in every round and keeps hold of them, so that not even the agent may release them;
 * {@code --leave} says of what. {@code --step} waits for a line on standard input after each round, and its end is the end of the load.
 */
public final class LoadApp {
    private static final String OPTIONS =
            "--rounds=4 --subscriptions=1000 --connections=1000 --queries=5000 --items=10000"
                    + " --settle=30 --acquisition=30 --leak --leave=subscriptions,connections,transactions,threads,heap --step --uri=";

    private LoadApp() {}

    public static void main(String[] args) {
        Options options = Options.parse(args, OPTIONS);
        QuietLogging.install();
        boolean passed = false;
        try {
            passed = isSteady(options);
        } catch (Exception e) {
            e.printStackTrace();
            System.out.println("FAILED: " + e.getMessage());
        }
        System.out.println(passed ? "the load test passed" : "the load test failed");
        // not return: threads that --leak forgets would keep the process alive
        System.exit(passed ? 0 : 1);
    }

    private static boolean isSteady(Options options) throws Exception {
        int rounds = options.has("--step") ? Integer.MAX_VALUE : Math.max(2, options.number("--rounds"));
        Progress progress = new Progress();
        Leases leases = Leases.ofThisJvm();
        Subscribers subscribers = new Subscribers();
        Visitors visitors = new Visitors();
        Queries queries = new Queries(options.neo4jUri(), options.number("--acquisition"));
        Round round = new Round(options, progress, subscribers, visitors, queries, leases);
        Leaks leaks = new Leaks(options.has("--leak") ? options.text("--leave") : "", subscribers, visitors, queries);
        Gauges gauges = new Gauges(
                TimeUnit.SECONDS.toNanos(options.number("--settle")), subscribers, visitors, queries, leases);
        Scanner steps = new Scanner(System.in);
        Readings first = null;
        boolean more = true;
        for (int number = 1; more; number++) {
            progress.say("round " + number);
            round.run();
            leaks.leak();
            Readings base = first == null ? new Readings() : first;
            Readings left = progress.phase("measure what is left", () -> gauges.settle(base));
            progress.say("left: " + left);
            more = number < rounds
                    && (!options.has("--step")
                            || steps.hasNextLine() && !steps.nextLine().equals("end"));
            if (first == null) {
                first = left;
            } else if (!more) {
                return report(base.whatGrewUntil(left), visitors, queries);
            }
        }
        throw new IllegalStateException("one round compares with nothing");
    }

    /** Where something is left nothing is closed: a report of the agent should show it open. */
    private static boolean report(List<String> grown, Visitors visitors, Queries queries) {
        grown.forEach(each -> System.out.println("FAILED: " + each));
        if (grown.isEmpty()) {
            visitors.close();
            queries.close();
        }
        return grown.isEmpty();
    }
}
