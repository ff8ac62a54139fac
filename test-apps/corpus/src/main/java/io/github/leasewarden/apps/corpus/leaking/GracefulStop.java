package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/** Each request wants to be told of the shutdown, by a stage hung on one future; a finished request keeps hanging there. */
public final class GracefulStop implements Program {
    private final CompletableFuture<Void> stopping = new CompletableFuture<>();
    private final Deque<Request> inFlight = new ArrayDeque<>();
    private double due;
    private int finished;

    private static final class Request {
        private final int started;
        private final byte[] body = new byte[22_000];
        private boolean aborted;

        private Request(int started) {
            this.started = started;
        }

        private void abort() {
            aborted = true;
        }

        private int finish() {
            return aborted ? 0 : 1 + body[0];
        }
    }

    @Override
    public void tick(Moment moment) {
        for (due += 0.7 + 0.6 * Math.sin(2 * Math.PI * moment.seconds() / 28); due >= 1; due--) {
            Request request = new Request(moment.tick());
            stopping.thenRun(request::abort);
            inFlight.addLast(request);
        }
        while (!inFlight.isEmpty() && inFlight.getFirst().started < moment.tick() - 80) {
            finished += inFlight.removeFirst().finish();
        }
    }

    @Override
    public String toString() {
        return finished + " finished";
    }
}
