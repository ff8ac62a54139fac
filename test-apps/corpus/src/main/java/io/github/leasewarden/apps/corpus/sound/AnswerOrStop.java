package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Requests wait for their answer or for the stop of the service, whichever is first; at most 1500, which takes 50 seconds. */
public final class AnswerOrStop implements Program {
    private static final int MOST = 1500;
    private final CompletableFuture<String> stop = new CompletableFuture<>();
    private final Deque<CompletableFuture<String>> unanswered = new ArrayDeque<>();
    private final Random random = new Random(607);
    private long answered;

    private record Request(byte[] body) {
        private int answer(Object text) {
            return body.length + text.toString().length();
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(19); i > 0; i--) {
            Request request = new Request(new byte[4_000 + random.nextInt(12_000)]);
            CompletableFuture<String> answer = new CompletableFuture<>();
            CompletableFuture.anyOf(answer, stop).thenAccept(text -> answered += request.answer(text));
            unanswered.addLast(answer);
        }
        int slowness = Math.min(MOST, moment.tick() * MOST / 1000);
        while (unanswered.size() > slowness) {
            unanswered.removeFirst().complete("done at " + moment.tick());
        }
    }

    @Override
    public String toString() {
        return answered + " answered";
    }
}
