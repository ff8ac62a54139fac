package io.github.leasewarden.apps.observe;

import java.util.ArrayList;
import java.util.List;
import jdk.jfr.FlightRecorder;

/** Has leases expire for some seconds and says whether that started Flight Recorder. */
public final class RecorderMain {
    private RecorderMain() {}

    public static void main(String[] args) throws InterruptedException {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            orders.add(new Order());
            Thread.sleep(100);
        }
        System.out.println("flight recorder: " + (FlightRecorder.isInitialized() ? "initialized" : "not initialized"));
    }
}
