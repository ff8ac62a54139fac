package io.github.leasewarden.core.lease;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks at what the current thread was started to run: the application's own code, or a library's loop that may serve anyone. */
final class ThreadBottom implements Function<Stream<StackWalker.StackFrame>, Boolean> {
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final ThreadBottom LOOK = new ThreadBottom();
    /** Starts a thread for one block of one test. */
    private static final String PREEMPTIVE = "org.junit.jupiter.api.AssertTimeoutPreemptively";

    private ThreadBottom() {}

    static boolean isApplication() {
        return WALKER.walk(LOOK);
    }

    @Override
    public Boolean apply(Stream<StackWalker.StackFrame> stack) {
        String bottom = "";
        Iterator<StackWalker.StackFrame> frames = stack.iterator();
        while (frames.hasNext()) {
            String name = frames.next().getClassName();
            if (name.equals(PREEMPTIVE)) {
                return true;
            }
            if (!isStart(name)) {
                bottom = name;
            }
        }
        return !bottom.isEmpty() && FrameFilter.isApplication(bottom, List.of());
    }

    /** How the JDK gets from a thread to what it runs. */
    private static boolean isStart(String name) {
        return name.equals("java.lang.Thread")
                || name.startsWith("java.lang.VirtualThread")
                || name.startsWith("java.lang.ThreadBuilders")
                || name.startsWith("jdk.internal.");
    }
}
