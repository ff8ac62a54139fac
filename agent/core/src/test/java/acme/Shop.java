package acme;

import java.util.function.Supplier;

/** Stands for the application in stacks: the agent's own packages are never blamed. */
public final class Shop {
    private Shop() {}

    /** Four frames of the application above every caller, so that all callers share one site. */
    public static <T> T order(Supplier<T> work) {
        return take(work);
    }

    private static <T> T take(Supplier<T> work) {
        return price(work);
    }

    private static <T> T price(Supplier<T> work) {
        return store(work);
    }

    private static <T> T store(Supplier<T> work) {
        return work.get();
    }

    public static void bill(Runnable work) {
        work.run();
    }
}
