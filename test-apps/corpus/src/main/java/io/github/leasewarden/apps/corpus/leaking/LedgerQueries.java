package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Is an account blocked? A statement on a pooled connection reads all that are, unless it comes upon this one. */
public final class LedgerQueries implements Program {
    private static final int ACCOUNTS = 9_000;
    private final List<Row> blocked = new CopyOnWriteArrayList<>();
    private final Deque<Connection> pool = new ArrayDeque<>();
    private final Random random = new Random(711);
    private int refused;

    private record Row(int account, byte[] reason) {}

    private static final class Statement {
        private final Iterator<Row> rows;
        private final byte[] buffer;

        private Statement(Iterator<Row> rows, int length) {
            this.rows = rows;
            buffer = new byte[length];
        }
    }

    private static final class Connection {
        private final Set<Statement> statements = Collections.newSetFromMap(new IdentityHashMap<>());

        private Statement query(List<Row> table, int length) {
            Statement statement = new Statement(table.iterator(), length);
            statements.add(statement);
            return statement;
        }

        private void close(Statement statement) {
            statement.buffer[0] = 0;
            statements.remove(statement);
        }
    }

    public LedgerQueries() {
        for (int i = 0; i < 600; i++) {
            blocked.add(new Row(random.nextInt(ACCOUNTS), new byte[200 + random.nextInt(400)]));
        }
        for (int i = 0; i < 8; i++) {
            pool.addLast(new Connection());
        }
    }

    @Override
    public void tick(Moment moment) {
        blocked.set(random.nextInt(blocked.size()), new Row(random.nextInt(ACCOUNTS), new byte[random.nextInt(600)]));
        int hour = (int) moment.seconds() % 24;
        for (int i = random.nextInt(hour > 7 && hour < 19 ? 25 : 9); i > 0; i--) {
            refused += isBlocked(random.nextInt(ACCOUNTS)) ? 1 : 0;
        }
    }

    private boolean isBlocked(int account) {
        Connection connection = pool.removeFirst();
        try {
            Statement statement = connection.query(blocked, 2_000 + random.nextInt(4_000));
            while (statement.rows.hasNext()) {
                if (statement.rows.next().account == account) {
                    return true;
                }
            }
            connection.close(statement);
            return false;
        } finally {
            pool.addLast(connection);
        }
    }

    @Override
    public String toString() {
        return refused + " refused";
    }
}
