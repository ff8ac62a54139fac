package io.github.leasewarden.apps.corpusrunner;

/**
 * One program on one JVM, once.
 *
 * @param collector as in {@code -XX:+Use<collector>GC}
 * @param repetition 1, 2, 3 …
 */
record Trial(Truth truth, int jdk, String collector, int repetition) {
    /** File-name safe. */
    String name() {
        return truth.program() + "-" + jdk + "-" + collector + "-" + repetition;
    }
}
