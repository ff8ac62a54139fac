package io.github.leasewarden.core.sampling;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the threads of this JVM are doing, for people: threads that stand at the same place are one entry. Taking stacks stops the
 * application for as long as walking them takes, so beyond {@value #MOST_WALKED} threads only states are counted.
 */
public final class ThreadSummary {
    private static final int MOST_WALKED = 1000;
    private static final int DEPTH = 12;
    private static final int GROUPS = 25;
    private static final int LONGEST_NAME = 60;

    private ThreadSummary() {}

    /** Takes it now; plain text of at most some 50 KiB. */
    public static String take() {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        boolean walk = bean.getThreadCount() <= MOST_WALKED;
        ThreadInfo[] threads =
                walk ? bean.dumpAllThreads(false, false, DEPTH) : bean.getThreadInfo(bean.getAllThreadIds());
        StringBuilder text = new StringBuilder();
        text.append(bean.getThreadCount()).append(" threads, ").append(bean.getDaemonThreadCount());
        text.append(" of them daemons, at most ")
                .append(bean.getPeakThreadCount())
                .append(" so far\n");
        text.append(states(threads)).append('\n');
        if (walk) {
            text.append(groups(threads));
        } else {
            text.append("more than " + MOST_WALKED + " threads: no stacks were taken\n");
        }
        return text.toString();
    }

    private static String states(ThreadInfo[] threads) {
        Map<Thread.State, Integer> states = new TreeMap<>();
        for (ThreadInfo thread : threads) {
            if (thread != null) {
                states.merge(thread.getThreadState(), 1, Integer::sum);
            }
        }
        return states.entrySet().stream()
                .map(state -> state.getValue() + " " + state.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String groups(ThreadInfo[] threads) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (ThreadInfo thread : threads) {
            if (thread != null) {
                String place = thread.getThreadState() + "\n"
                        + Arrays.stream(thread.getStackTrace())
                                .map(frame -> "    at " + frame + "\n")
                                .collect(Collectors.joining());
                names.computeIfAbsent(place, each -> new ArrayList<>()).add(shortened(thread.getThreadName()));
            }
        }
        StringBuilder text = new StringBuilder();
        names.entrySet().stream()
                .sorted(Comparator.comparing(group -> -group.getValue().size()))
                .limit(GROUPS)
                .forEach(group -> {
                    List<String> each = group.getValue();
                    text.append('\n').append(each.size()).append(each.size() == 1 ? " thread, " : " threads, ");
                    text.append(each.stream().distinct().limit(3).collect(Collectors.joining(", ")))
                            .append(": ");
                    text.append(group.getKey());
                });
        return names.size() > GROUPS
                ? text.append("\nand ")
                        .append(names.size() - GROUPS)
                        .append(" further places\n")
                        .toString()
                : text.toString();
    }

    /** Workers of one pool differ by number only. */
    private static String shortened(String name) {
        String numberless = name.replaceAll("\\d+", "#");
        return numberless.length() <= LONGEST_NAME ? numberless : numberless.substring(0, LONGEST_NAME) + "…";
    }
}
