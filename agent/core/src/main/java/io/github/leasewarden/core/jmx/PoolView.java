package io.github.leasewarden.core.jmx;

import io.github.leasewarden.core.sampling.PoolSample;
import io.github.leasewarden.reports.Addresses;
import org.jspecify.annotations.Nullable;

/** A connection pool as JMX shows it. No record: on JDK 17 JMX reads getters only. Figures are -1 where the library does not say. */
public final class PoolView {
    private final PoolSample pool;

    PoolView(PoolSample pool) {
        this.pool = pool;
    }

    public String getRule() {
        return pool.rule();
    }

    /** Without credentials. */
    public String getAddress() {
        return Addresses.withoutSecrets(pool.address());
    }

    public int getSize() {
        return known(pool.size());
    }

    public int getInUse() {
        return known(pool.inUse());
    }

    public int getMax() {
        return known(pool.max());
    }

    private static int known(@Nullable Integer figure) {
        return figure == null ? -1 : figure;
    }
}
