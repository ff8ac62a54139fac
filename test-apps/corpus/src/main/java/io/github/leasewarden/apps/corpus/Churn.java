package io.github.leasewarden.apps.corpus;

/** Short-lived garbage, as every request makes it: without it there would be no collection to measure the heap after. */
final class Churn {
    /** Published, so that the compiler cannot prove the garbage unneeded. */
    private static volatile byte[] unused = new byte[0];

    private Churn() {}

    static void kilobytes(int kilobytes) {
        for (int i = 0; i < kilobytes; i++) {
            unused = new byte[1000];
        }
    }
}
