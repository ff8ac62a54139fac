package io.github.leasewarden.apps.scenarios.neo4j;

import io.github.leasewarden.apps.scenarios.Scenario;
import io.github.leasewarden.apps.support.QuietLogging;
import java.util.ArrayList;
import java.util.List;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** Keeps eleven sessions: two with an open transaction, one with an unread result, eight that did their work one after the other. */
public final class TooMany {
    private static final int IDLE = 8;

    private TooMany() {}

    public static void main(String[] args) {
        QuietLogging.install();
        try (Driver driver = GraphDatabase.driver(System.getenv("NEO4J_URI"), AuthTokens.none());
                Driver other = GraphDatabase.driver(System.getenv("NEO4J_URI"), AuthTokens.none())) {
            Session buying = driver.session();
            Session selling = driver.session();
            Transaction first = buying.beginTransaction();
            Transaction second = selling.beginTransaction();
            Session reading = driver.session();
            Result unread = reading.run("UNWIND range(1, 5000) AS n RETURN n");
            List<Session> idle = new ArrayList<>();
            List<Session> elsewhere = new ArrayList<>();
            for (int i = 0; i < IDLE; i++) {
                idle.add(used(driver));
                Scenario.pause(300);
            }
            for (int i = 0; i < 3; i++) {
                elsewhere.add(used(other));
            }
            Scenario.await("six are closed", () -> closed(idle).equals("xxxxxx.."));
            Scenario.pause(3000);
            System.out.println("closed: " + closed(idle) + ", of another driver: " + closed(elsewhere));
            first.commit();
            second.commit();
            buying.close();
            selling.close();
            System.out.println("rows: " + unread.list().size());
            System.out.println("the newest works: "
                    + idle.get(IDLE - 1).run("RETURN 7").single().get(0).asInt());
        }
    }

    private static Session used(Driver driver) {
        Session session = driver.session();
        session.run("RETURN 1").consume();
        return session;
    }

    private static String closed(List<Session> sessions) {
        StringBuilder closed = new StringBuilder();
        sessions.forEach(session -> closed.append(session.isOpen() ? '.' : 'x'));
        return closed.toString();
    }
}
