package io.github.leasewarden.core.lease;

import io.github.leasewarden.thread.AgentThread;
import org.jspecify.annotations.Nullable;

/** The hook calls about registrations of handles with receivers. Application threads; no locks, never calls the application. */
final class Registrar {
    /** A pause between two uses of a receiver that counts as an idle gap of its registrations. */
    private static final int GAP_TICKS = 10;

    private final LeaseRegistry registry;
    /** Tables in the field of their receivers, or beside them where there is none. */
    private final FieldAccess tables;

    Registrar(LeaseRegistry registry, FieldAccess tables) {
        this.registry = registry;
        this.tables = tables;
    }

    /** @param once whether the library keeps a set, so that registering again changes nothing */
    Registrations registered(
            RuleState rule,
            boolean once,
            @Nullable Object held,
            Object receiver,
            Object handle,
            @Nullable Object key,
            @Nullable Object owner) {
        int now = registry.clock().now();
        Registrations table = table(held, receiver);
        if (table == null) {
            table = (Registrations)
                    tables.setIfAbsent(receiver, new Registrations(receiver, registry.collected(), now));
        }
        Registration known = table.find(handle, key);
        if (known != null && once && known.isOpen()) {
            return table;
        }
        if (known != null && known.again()) {
            known.site().opened(handle);
            return table;
        }
        Site site = registry.sites().here(rule);
        Owner named = registry.owners().named(owner, handle);
        Owner ambient = named == null ? registry.owners().ambient() : null;
        Registration made = new Registration(
                handle, key, registry.collected(), site, now, named == null ? ambient : named, ambient != null, table);
        if (named != null && owner == receiver) {
            registry.owners().alias(handle, named);
        }
        if (known != null) {
            table.remove(known);
        }
        table.add(made);
        site.opened(handle);
        registry.newLeases().add(made);
        return table;
    }

    void unregistered(@Nullable Object held, Object receiver, Object handle, @Nullable Object key) {
        Registrations table = table(held, receiver);
        Registration known = table == null ? null : table.find(handle, key);
        if (table == null || known == null || AgentThread.isCurrent()) {
            return;
        }
        if (known.takenBack()) {
            table.remove(known);
            registry.over(known);
        } else if (known.isOpen()) {
            known.site().released.increment();
        }
    }

    void unregisteredAll(@Nullable Object held, Object receiver) {
        Registrations table = table(held, receiver);
        if (table == null || AgentThread.isCurrent()) {
            return;
        }
        for (Registration each : table.all()) {
            int more = each.weight() - 1;
            table.remove(each);
            if (each.isOpen()) {
                each.site().released.add(more);
            }
            registry.over(each);
        }
    }

    void usedAll(@Nullable Object held, Object receiver) {
        Registrations table = table(held, receiver);
        if (table != null && !AgentThread.isCurrent()) {
            int gap = table.touch(registry.clock().now());
            if (gap > GAP_TICKS) {
                for (Registration each : table.all()) {
                    each.site().usedAfter(gap);
                }
            }
        }
    }

    private @Nullable Registrations table(@Nullable Object held, Object receiver) {
        Object found = held instanceof Registrations ? held : tables.get(receiver);
        return found instanceof Registrations ? (Registrations) found : null;
    }

    void drain() {
        tables.drain();
    }
}
