package io.github.leasewarden.apps.steady;

import io.github.leasewarden.apps.support.Load;
import io.github.leasewarden.apps.support.Options;
import io.github.leasewarden.apps.support.QuietLogging;
import jakarta.websocket.DeploymentException;
import java.io.IOException;

/**
 * A service that does everything right, and some of it in a way that looks wrong: {@link ClosingTime} keeps 450 subscribers
 * waiting for one event, {@link Orders} and {@link Chat} each keep a connection they use twice. There is nothing to report,
 * and whoever releases something here anyway is seen on standard output, which depends on the number of requests only
 * ({@code --requests N}).
 */
public final class SteadyServiceApp {
    private SteadyServiceApp() {}

    public static void main(String[] args) throws DeploymentException, IOException, InterruptedException {
        Options options = Options.parse(args, Load.OPTIONS + " --uri=");
        QuietLogging.install();
        ClosingTime closingTime = new ClosingTime();
        try (Orders orders = new Orders(options.neo4jUri());
                Prices prices = new Prices();
                Chat chat = new Chat()) {
            int requests = new Load(options).run(request -> {
                orders.place(request);
                expect(prices.next(request) == request, "a price was lost");
                expect(visit(chat, request), "the chat did not answer");
            });
            System.out.println("requests: " + requests);
            System.out.println("settings still readable: " + (orders.readSetting() == 42));
            System.out.println("operator still connected: " + chat.operatorIsStillConnected());
            System.out.println("heard of closing time: " + closingTime.announce() + " of " + ClosingTime.WAITING);
        }
    }

    private static boolean visit(Chat chat, int request) {
        try {
            return chat.visit("hello " + request);
        } catch (DeploymentException | IOException | InterruptedException e) {
            throw new IllegalStateException("the chat failed at request " + request, e);
        }
    }

    private static void expect(boolean condition, String failure) {
        if (!condition) {
            throw new IllegalStateException(failure);
        }
    }
}
