package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tenants' price lists behind proxies of a class loader per version, in a cache by loader; old versions stay in it. */
public final class TenantProxies implements Program {
    private static final Map<ClassLoader, Prices> CACHE = new ConcurrentHashMap<>();
    private Prices newest = units -> units;

    /** What a price list is asked. */
    public interface Prices {
        /** @param units how many */
        long of(int units);
    }

    private static final class VersionLoader extends ClassLoader {
        private VersionLoader() {
            super(TenantProxies.class.getClassLoader());
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 6 == 0) {
            newest = CACHE.computeIfAbsent(new VersionLoader(), loader -> deploy(loader, moment.tick()));
        }
        newest.of(moment.tick());
    }

    private static Prices deploy(ClassLoader loader, long price) {
        return (Prices) Proxy.newProxyInstance(
                loader, new Class<?>[] {Prices.class}, (proxy, method, arguments) -> price * (Integer) arguments[0]);
    }
}
