package io.github.leasewarden.core.inspection;

import java.util.Set;

/** What is done with a collection, by the names of the methods that do it. */
final class CallNames {
    static final Set<String> SIZE = Set.of("size", "mappingCount");
    static final Set<String> LOOK = Set.of(
            "peek",
            "peekFirst",
            "peekLast",
            "element",
            "getFirst",
            "getLast",
            "first",
            "last",
            "firstKey",
            "lastKey",
            "firstEntry",
            "lastEntry",
            "firstElement");
    static final Set<String> REMOVE = Set.of(
            "remove",
            "removeFirst",
            "removeLast",
            "poll",
            "pollFirst",
            "pollLast",
            "pollFirstEntry",
            "pollLastEntry",
            "pop",
            "removeElementAt",
            "removeAt",
            "removeRange");
    static final Set<String> ADD = Set.of(
            "add",
            "addFirst",
            "addLast",
            "addElement",
            "offer",
            "offerFirst",
            "offerLast",
            "push",
            "put",
            "putIfAbsent",
            "computeIfAbsent");
    /** Give an element, which may be a collection itself. */
    static final Set<String> ELEMENT = Set.of("get", "getOrDefault", "computeIfAbsent", "next");

    static final Set<String> EMPTY = Set.of("clear", "drainTo", "removeAllElements");
    static final Set<String> SIFT = Set.of("removeIf", "removeAll", "retainAll");
    /** What happens at the end limits nothing before. */
    static final Set<String> ENDINGS = Set.of(
            "close", "stop", "shutdown", "shutdownNow", "destroy", "dispose", "terminate", "onDestroy", "tearDown");

    private CallNames() {}
}
