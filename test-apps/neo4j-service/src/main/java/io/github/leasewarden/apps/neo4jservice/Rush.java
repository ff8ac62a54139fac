package io.github.leasewarden.apps.neo4jservice;

import io.github.leasewarden.apps.support.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;

/** Many queries at once, by more threads than the pool has connections. Everything is closed: those who find no connection wait for one. */
final class Rush {
    private static final int THREADS = 100;

    private Rush() {}

    /** Runs so many queries and returns how many failed. */
    static int run(Driver driver, int queries) throws InterruptedException {
        ExecutorService workers = Workers.named("rush", THREADS);
        List<Future<?>> results = new ArrayList<>();
        for (int i = 0; i < queries; i++) {
            results.add(workers.submit(() -> query(driver)));
        }
        int failed = 0;
        for (Future<?> result : results) {
            try {
                result.get();
            } catch (ExecutionException e) {
                failed++;
                if (!(e.getCause() instanceof Neo4jException)) {
                    e.printStackTrace();
                }
            }
        }
        workers.shutdown();
        return failed;
    }

    private static long query(Driver driver) {
        try (Session session = driver.session()) {
            return session.run("UNWIND range(1, 5000) AS n RETURN sum(n)")
                    .single()
                    .get(0)
                    .asLong();
        }
    }
}
