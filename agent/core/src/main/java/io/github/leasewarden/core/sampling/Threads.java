package io.github.leasewarden.core.sampling;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Counts platform threads by name. Used by one thread. */
public final class Threads {
    /** How the names of our own threads begin. */
    static final String OWN = "leasewarden-";

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern LAST_NUMBER = Pattern.compile("\\d+(?=\\D*$)");
    /** Smaller groups are no accumulation yet, and get no example. */
    private static final int LEAST_THREADS = 5;
    /** A thread that ran for less than this between two censuses only looked whether there is work. */
    private static final long ASLEEP_NANOS = 1_000_000;

    private final UptimeClock clock;
    private final ThreadStarts starts;
    private Map<Long, Long> lastCpu = Map.of();

    public Threads(UptimeClock clock, ThreadStarts starts) {
        this.clock = clock;
        this.starts = starts;
    }

    /** Some microseconds a thread, and one short stack of each larger group; stops nobody for longer than that. */
    public ThreadCensus census() {
        Map<String, List<Thread>> byPattern = new HashMap<>();
        for (Thread thread : all()) {
            if (!thread.getName().startsWith(OWN)) {
                byPattern
                        .computeIfAbsent(pattern(thread.getName()), name -> new ArrayList<>())
                        .add(thread);
            }
        }
        byPattern.values().removeIf(group -> group.size() < LEAST_THREADS);
        Map<Long, Long> cpu = new HashMap<>();
        List<ThreadGroupCount> groups = new ArrayList<>();
        byPattern.forEach((pattern, threads) -> groups.add(count(pattern, threads, cpu)));
        lastCpu = cpu;
        groups.sort(
                Comparator.comparingInt(ThreadGroupCount::threads).reversed().thenComparing(ThreadGroupCount::pattern));
        return new ThreadCensus(clock.uptimeNanos(), groups);
    }

    private ThreadGroupCount count(String pattern, List<Thread> threads, Map<Long, Long> cpu) {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        Set<String> families = new HashSet<>();
        int asleep = 0;
        for (Thread thread : threads) {
            families.add(LAST_NUMBER.matcher(thread.getName()).replaceAll("*"));
            @SuppressWarnings("deprecation") // threadId() is of 19
            long id = thread.getId();
            long now = bean.isThreadCpuTimeSupported() ? bean.getThreadCpuTime(id) : -1;
            cpu.put(id, now);
            Long before = lastCpu.get(id);
            asleep += now >= 0 && before != null && now - before < ASLEEP_NANOS ? 1 : 0;
        }
        StackTraceElement[] stack = threads.get(threads.size() - 1).getStackTrace();
        boolean pooled = Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().startsWith("java.util.concurrent.ThreadPoolExecutor")
                        || frame.getClassName().startsWith("java.util.concurrent.ForkJoinPool"));
        List<String> frames = Arrays.stream(stack)
                .filter(frame -> !frame.getClassName().startsWith("jdk.internal"))
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")")
                .toList();
        return new ThreadGroupCount(
                pattern, threads.size(), asleep, families.size(), pooled, starts.of(pattern), applicationFirst(frames));
    }

    static String pattern(String name) {
        return DIGITS.matcher(name).replaceAll("*");
    }

    /** What the application wants is found below what it waits with. */
    static List<String> applicationFirst(List<String> frames) {
        List<String> sorted = new ArrayList<>(frames);
        sorted.sort(Comparator.comparing((String frame) -> frame.startsWith("java.") || frame.startsWith("sun.")));
        return sorted.size() > 12 ? sorted.subList(0, 12) : sorted;
    }

    private static List<Thread> all() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() * 2 + 16];
        return Arrays.asList(threads).subList(0, root.enumerate(threads));
    }
}
