package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** A store is opened for each shift of a tenant and shown in JMX; when it is closed nobody takes its bean away. */
public final class TenantBeans implements Program {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final Deque<Store> open = new ArrayDeque<>();

    /** What is shown of a store. */
    public interface StoreMBean {
        long getReads();
    }

    private static final class Store implements StoreMBean {
        private final long[] latencies = new long[900];
        private long reads;

        private void read(int latency) {
            latencies[latency % latencies.length]++;
            reads++;
        }

        @Override
        public long getReads() {
            return reads;
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 2 == 0) {
            open.addLast(opened(moment.tick() / 2));
        }
        if (open.size() > 60) {
            open.removeFirst();
        }
        open.forEach(store -> store.read(moment.tick()));
    }

    private Store opened(int shift) {
        try {
            Store store = new Store();
            server.registerMBean(
                    store, new ObjectName("shop:type=Store,tenant=tenant-" + shift % 30 + ",shift=" + shift));
            return store;
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
