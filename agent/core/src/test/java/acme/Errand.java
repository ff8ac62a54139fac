package acme;

/** What a thread of the application was started to do. */
public final class Errand implements Runnable {
    private final Runnable work;

    public Errand(Runnable work) {
        this.work = work;
    }

    @Override
    public void run() {
        work.run();
    }
}
