package io.github.leasewarden.bench;

import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One Neo4j session opened and closed without a query, so without a server: the dearest case for a tracker, since nothing else happens. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
public class Neo4jSessionBenchmark {

    @Benchmark
    public Session untracked(Quiet driver) {
        return driver.openAndClose();
    }

    /** The same again: how far two equal things lie apart on this machine. */
    @Benchmark
    public Session untrackedAgain(Quiet driver) {
        return driver.openAndClose();
    }

    @Benchmark
    @Fork(value = 1, jvmArgsAppend = Agent.OPTION)
    public Session woven(Quiet driver) {
        return driver.openAndClose();
    }

    @Benchmark
    public Session leakedSessionsLogging(Logging driver) {
        return driver.openAndClose();
    }

    /** A driver as most applications have it. */
    @State(Scope.Benchmark)
    public static class Quiet {
        private final Driver driver;

        public Quiet() {
            this(Config.builder());
        }

        Quiet(Config.ConfigBuilder config) {
            driver = GraphDatabase.driver("bolt://localhost:1", AuthTokens.none(), config.build());
        }

        Session openAndClose() {
            Session session = driver.session();
            session.close();
            return session;
        }

        /** Releases the driver's threads. */
        @TearDown
        public void close() {
            driver.close();
        }
    }

    /** A driver that looks for leaks itself: a stack for every session, and a finalizer. */
    @State(Scope.Benchmark)
    public static class Logging extends Quiet {
        public Logging() {
            super(Config.builder().withLeakedSessionsLogging());
        }
    }
}
