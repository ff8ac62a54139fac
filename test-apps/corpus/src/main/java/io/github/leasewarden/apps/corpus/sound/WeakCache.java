package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.WeakHashMap;

/** Notes about requests, kept as long as the request itself. */
public final class WeakCache implements Program {
    private final Map<Request, Note> notes = new WeakHashMap<>();
    private final Deque<Request> inFlight = new ArrayDeque<>();

    private record Note(byte[] text) {}

    private static final class Request {
        private final byte[] body = new byte[5_000];

        private int read() {
            return body[0];
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 5; i++) {
            Request request = new Request();
            notes.put(request, new Note(new byte[5_000 + request.read()]));
            inFlight.addLast(request);
        }
        while (inFlight.size() > 1500) {
            inFlight.removeFirst();
        }
    }
}
