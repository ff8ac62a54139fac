package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Forty dashboards, some too slow for all updates: those fall behind by 1024 at most, and then do not get what is too much. */
public final class SlowDashboards implements Program {
    private final SubmissionPublisher<Update> updates = new SubmissionPublisher<>(Runnable::run, 1024);
    private final List<Dashboard> dashboards = new ArrayList<>();
    private long dropped;

    private record Update(int tick, byte[] table) {}

    private static final class Dashboard implements Flow.Subscriber<Update> {
        private final int pace;
        private Flow.Subscription subscription;
        private long seen;

        private Dashboard(int pace) {
            this.pace = pace;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
        }

        @Override
        public void onNext(Update update) {
            seen += update.table.length;
        }

        @Override
        public void onError(Throwable problem) {}

        @Override
        public void onComplete() {}
    }

    public SlowDashboards() {
        for (int i = 0; i < 40; i++) {
            Dashboard dashboard = new Dashboard(i % 4 == 0 ? 5 : 7);
            dashboards.add(dashboard);
            updates.subscribe(dashboard);
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 6; i++) {
            dropped -= Math.min(0, updates.offer(new Update(moment.tick(), new byte[24_000]), null));
        }
        dashboards.forEach(dashboard -> dashboard.subscription.request(dashboard.pace));
    }

    @Override
    public String toString() {
        return dropped + " dropped, the first has seen " + dashboards.get(0).seen;
    }
}
