import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Config;
import org.neo4j.driver.Record;

/** Runs one Cypher query outside any transaction of its own and prints its values: for .ci/fleet-scale, with leasewarden-fleet.jar as class path. */
public class FleetCypher {
    public static void main(String[] args) {
        Config quiet = Config.builder().withLogging(Logging.none()).build();
        try (Driver driver = GraphDatabase.driver(args[0], AuthTokens.none(), quiet);
                var session = driver.session()) {
            for (Record record : session.run(args[1]).list()) {
                System.out.println(record.values());
            }
        }
    }
}
