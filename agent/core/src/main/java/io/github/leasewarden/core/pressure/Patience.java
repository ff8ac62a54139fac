package io.github.leasewarden.core.pressure;

import io.github.leasewarden.thread.AgentThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Which threads may be made to wait. Not an event loop, for it serves others; not a thread that holds a monitor, for others may need it
 * to make the room that is waited for; not our own. Thread-safe.
 */
public final class Patience {
    /** Classes and interfaces, by name, whose threads serve event loops or must not block by their library's word. */
    private static final Set<String> EVENT_LOOPS = Set.of(
            "io.netty.util.concurrent.FastThreadLocalThread",
            "io.vertx.core.impl.VertxThread",
            "io.grpc.netty.shaded.io.netty.util.concurrent.FastThreadLocalThread",
            "org.xnio.XnioIoThread",
            "java.awt.EventDispatchThread",
            "jdk.internal.net.http.HttpClientImpl$SelectorManager",
            "reactor.core.scheduler.NonBlocking",
            "io.reactivex.rxjava3.internal.schedulers.NonBlockingThread");

    private static final ClassValue<Boolean> MAY_WAIT = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return type != AgentThread.class && !isEventLoop(type);
        }
    };

    /** Who holds a monitor in this place now will probably do so with the next item. */
    private static final long ASK_AGAIN_NANOS = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private volatile boolean excused;
    private volatile long excusedUntil;

    /** Patience of the threads that serve one stream. */
    public Patience(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether threads of this thread's class may wait; a look-up of a few nanoseconds. */
    static boolean mayWait(Thread thread) {
        return MAY_WAIT.get(thread.getClass());
    }

    /**
     * Whether the current thread may wait. Ask only if it would have to: to know its monitors, the JVM stops it at a safepoint, some
     * 50 µs. Of a virtual thread's monitors the JVM does not tell; it may wait.
     *
     * @param source whose method it is in, or null; looked at first, because it is the likeliest to be locked
     */
    public boolean allowsWait(@Nullable Object source) {
        Thread self = Thread.currentThread();
        if (!mayWait(self) || self.isInterrupted()) {
            return false;
        }
        if (excused && nanoTime.getAsLong() - excusedUntil < 0) {
            return false;
        }
        excused = holdsMonitor(source, self);
        excusedUntil = nanoTime.getAsLong() + ASK_AGAIN_NANOS;
        return !excused;
    }

    private static boolean holdsMonitor(@Nullable Object source, Thread self) {
        if (source != null && Thread.holdsLock(source)) {
            return true;
        }
        long[] id = {self.getId()};
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(id, true, false)[0];
        return info != null && info.getLockedMonitors().length > 0;
    }

    private static boolean isEventLoop(Class<?> type) {
        for (Class<?> each = type; each != null && each != Thread.class; each = each.getSuperclass()) {
            if (EVENT_LOOPS.contains(each.getName())) {
                return true;
            }
            for (Class<?> contract : each.getInterfaces()) {
                if (EVENT_LOOPS.contains(contract.getName())) {
                    return true;
                }
            }
        }
        return false;
    }
}
