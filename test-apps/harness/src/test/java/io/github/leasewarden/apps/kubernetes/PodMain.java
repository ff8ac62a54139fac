package io.github.leasewarden.apps.kubernetes;

import jdk.jfr.Recording;

/** A service that has Flight Recorder on, collects garbage now and then, and runs until it is told to end. */
public final class PodMain {
    private PodMain() {}

    public static void main(String[] args) throws InterruptedException {
        try (Recording recording = new Recording()) {
            recording.start();
            System.out.println("ready");
            for (int i = 0; i < 6000; i++) {
                System.gc();
                Thread.sleep(100);
            }
        }
    }
}
