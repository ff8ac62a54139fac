package io.github.leasewarden.core;

import io.github.leasewarden.hooks.LeaseHooks;
import io.github.leasewarden.instrumentation.selftest.Canary;
import io.github.leasewarden.instrumentation.weave.InjectedField;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** One lease through real advice, at every start. */
final class SelfTest {
    private SelfTest() {}

    /** Null if all is well, else a sentence. */
    static @Nullable String run() {
        long errors = LeaseHooks.suppressed();
        Canary[] made = new Canary[1];
        // agent threads open no leases, so an ordinary thread has to do it
        Thread opener = new Thread(null, () -> made[0] = new Canary(), "leasewarden-selftest", 0, false);
        opener.setDaemon(true);
        opener.start();
        try {
            opener.join(5_000);
            Canary canary = made[0];
            if (canary == null) {
                return "the test thread did not end";
            }
            Field field = Canary.class.getDeclaredField(InjectedField.LEASE.fieldName());
            field.setAccessible(true);
            if (field.get(canary) == null) {
                return "a woven constructor opened no lease";
            }
            canary.use();
            canary.close();
            return LeaseHooks.suppressed() == errors ? null : "a hook failed";
        } catch (ReflectiveOperationException e) {
            return "a class was loaded without its field: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
