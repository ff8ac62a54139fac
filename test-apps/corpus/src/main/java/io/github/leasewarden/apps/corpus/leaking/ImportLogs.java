package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Every import adds a handler to the logger to get a protocol of its own, and none is removed: each line goes to all of them. */
public final class ImportLogs implements Program {
    private static final Logger LOG = Logger.getLogger("imports");
    private final Random random = new Random(107);
    private Protocol current;

    private static final class Protocol extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {
            // lines are kept in memory
        }

        @Override
        public void close() {
            // sent by mail
        }
    }

    public ImportLogs() {
        LOG.setUseParentHandlers(false);
    }

    @Override
    public void tick(Moment moment) {
        if (current == null || moment.tick() % 20 == 0) {
            current = new Protocol();
            LOG.addHandler(current);
        }
        for (int i = random.nextInt(7); i > 0; i--) {
            LOG.info("article " + random.nextInt(100_000) + " imported with price " + random.nextInt(5_000));
        }
        if (moment.tick() % 20 == 19) {
            current.close();
        }
    }
}
