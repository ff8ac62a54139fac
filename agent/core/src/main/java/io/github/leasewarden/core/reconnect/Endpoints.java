package io.github.leasewarden.core.reconnect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Addresses at which connects failed, at most {@value #MOST}: beyond that, the one whose last failure is the longest ago is forgotten.
 * An address nothing ever failed at takes no room. Thread-safe.
 */
final class Endpoints {
    static final int MOST = 256;

    private final Backoff backoff;
    private final Map<String, Endpoint> byAddress = new LinkedHashMap<>();

    Endpoints(Backoff backoff) {
        this.backoff = backoff;
    }

    synchronized @Nullable Endpoint find(String address) {
        return byAddress.get(address);
    }

    /** The address, made known if need be. */
    synchronized Endpoint failing(String address, String rule) {
        Endpoint known = byAddress.get(address);
        if (known != null) {
            return known;
        }
        if (byAddress.size() >= MOST) {
            forgetOne();
        }
        Endpoint fresh = new Endpoint(address, rule, backoff);
        byAddress.put(address, fresh);
        return fresh;
    }

    private void forgetOne() {
        String oldest = null;
        long since = Long.MAX_VALUE;
        for (Endpoint each : byAddress.values()) {
            if (oldest == null || each.forgettableSince() < since) {
                oldest = each.address();
                since = each.forgettableSince();
            }
        }
        byAddress.remove(oldest);
    }

    /** The most failures first. */
    List<EndpointStatus> statuses(long now) {
        List<Endpoint> all;
        synchronized (this) {
            all = new ArrayList<>(byAddress.values());
        }
        return all.stream()
                .map(each -> each.status(now))
                .sorted(Comparator.comparingLong(EndpointStatus::failures).reversed())
                .toList();
    }
}
