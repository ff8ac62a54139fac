package io.github.leasewarden.apps.heapgrowth;

import java.util.ArrayDeque;
import java.util.Deque;

/** The audit trail in memory: it keeps the newest entries up to a limit, or, as many do, all of them. */
final class AuditLog {
    private final Deque<AuditEntry> entries = new ArrayDeque<>();
    private final int limit;

    AuditLog(int limit) {
        this.limit = limit;
    }

    void record(AuditEntry entry) {
        entries.addLast(entry);
        if (entries.size() > limit) {
            entries.removeFirst();
        }
    }

    int size() {
        return entries.size();
    }
}
