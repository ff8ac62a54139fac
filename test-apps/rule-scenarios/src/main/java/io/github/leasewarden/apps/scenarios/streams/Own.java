package io.github.leasewarden.apps.scenarios.streams;

import io.github.leasewarden.apps.scenarios.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Streams of an application's own, for rules of a user's own. Argument: {@code limit}, {@code batch}, {@code slow-batch}
 * or {@code queue}. */
public final class Own {
    private static final int ITEMS = 100;

    private Own() {}

    public static void main(String[] args) throws InterruptedException {
        switch (args[0]) {
            case "limit":
                limit();
                break;
            case "batch":
                new Source().subscribe(new Greedy());
                break;
            case "slow-batch":
                new SlowSource().subscribe(new Greedy());
                break;
            case "queue":
                queue();
                break;
            default:
                throw new IllegalArgumentException(args[0]);
        }
    }

    private static void limit() throws InterruptedException {
        Handler handler = new Handler();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                for (int item = 0; item < 5; item++) {
                    handler.handle();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("handled: " + handler.handled + ", at most " + handler.most + " at once");
    }

    private static void queue() throws InterruptedException {
        byte[] live = new byte[16 << 20];
        OrderQueue queue = new OrderQueue();
        for (int i = 0; i < ITEMS; i++) {
            if (i % 10 == 0) {
                System.gc(); // as an application may; the agent must know of a collection
                Scenario.pause(100);
            }
            queue.put(i);
        }
        System.out.println("in the queue: " + queue.size() + ", still held: " + (live.length >> 20) + " MiB");
    }

    /** Counts how many of its calls run at once. */
    public static final class Handler {
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger handled = new AtomicInteger();

        void handle() {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Scenario.pause(20);
            now.decrementAndGet();
            handled.incrementAndGet();
        }
    }

    /** A queue with a name of its own, which declares what it is called by. */
    public static final class OrderQueue extends ArrayBlockingQueue<Integer> {
        private static final long serialVersionUID = 1;

        OrderQueue() {
            super(ITEMS);
        }

        @Override
        public void put(Integer item) throws InterruptedException {
            super.put(item);
        }
    }

    /** Wants everything at once. */
    public static final class Greedy implements Flow.Subscriber<Integer> {
        private int received;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Integer item) {
            received++;
        }

        @Override
        public void onError(Throwable failure) {
            System.out.println("failed: " + failure);
        }

        @Override
        public void onComplete() {
            System.out.println("received: " + received);
        }
    }

    /** Gives what it is asked for, and says how much that was at most. */
    private static final class Source implements Flow.Publisher<Integer> {
        private long most;
        private long wanted;
        private int given;

        @Override
        public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long items) {
                    most = Math.max(most, items);
                    wanted += items;
                }

                @Override
                public void cancel() {}
            });
            while (given < ITEMS && wanted > 0) {
                wanted--;
                subscriber.onNext(given++);
            }
            System.out.println("asked for at most: " + most);
            subscriber.onComplete();
        }
    }

    /** Gives an item each tenth of a second, and waits for as long as nobody asks. */
    private static final class SlowSource implements Flow.Publisher<Integer> {
        private final Semaphore wanted = new Semaphore(0);

        @Override
        public void subscribe(Flow.Subscriber<? super Integer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long items) {
                    wanted.release((int) Math.min(ITEMS, items));
                }

                @Override
                public void cancel() {}
            });
            for (int i = 0; i < ITEMS; i++) {
                wanted.acquireUninterruptibly();
                Scenario.pause(100);
                subscriber.onNext(i);
            }
            subscriber.onComplete();
        }
    }
}
