package io.github.leasewarden.apps.faults;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Listeners that belong to nobody in particular: static, lambdas, singletons, registered once at start and never told anything. */
public final class StrangersMain {
    private static final PropertyChangeListener STATIC = event -> {};

    private StrangersMain() {}

    /** The one and only. */
    private enum Singleton implements PropertyChangeListener {
        INSTANCE;

        @Override
        public void propertyChange(java.beans.PropertyChangeEvent event) {}
    }

    private static final class Quiet implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String item) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    public static void main(String[] args) throws InterruptedException {
        PropertyChangeSupport topic = new PropertyChangeSupport("topic");
        SubmissionPublisher<String> news = new SubmissionPublisher<>();
        for (int i = 0; i < 60; i++) {
            int number = i;
            topic.addPropertyChangeListener(STATIC);
            topic.addPropertyChangeListener(Singleton.INSTANCE);
            topic.addPropertyChangeListener(event -> System.err.println(number));
            topic.addPropertyChangeListener("price", STATIC);
            news.subscribe(new Quiet());
        }
        Thread.sleep(Long.parseLong(args[0]));
        System.out.println("listeners left: " + topic.getPropertyChangeListeners().length);
        System.out.println("subscribers left: " + news.getNumberOfSubscribers());
    }
}
