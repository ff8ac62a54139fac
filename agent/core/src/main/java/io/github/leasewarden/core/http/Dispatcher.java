package io.github.leasewarden.core.http;

import io.github.leasewarden.thread.AgentThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.microhttp.Handler;
import org.microhttp.Header;
import org.microhttp.Request;
import org.microhttp.Response;

/**
 * From a parsed request to its reply: who asks ({@link Guard}), what for ({@link Router}), and on which of our threads it is answered. At
 * most two threads answer quickly and two slowly; they end when idle.
 */
public final class Dispatcher implements Handler, AutoCloseable {
    private static final int THREADS = 2;

    private final Guard guard;
    private final Router router;
    private final Consumer<String> tell;
    private final ThreadPoolExecutor quick = pool("quick", new ArrayBlockingQueue<>(Connections.MOST));
    private final ThreadPoolExecutor slow = pool("slow", new SynchronousQueue<>());

    public Dispatcher(Guard guard, Router router, Consumer<String> tell) {
        this.guard = guard;
        this.router = router;
        this.tell = tell;
        quick.allowCoreThreadTimeOut(true);
        slow.allowCoreThreadTimeOut(true);
    }

    private static ThreadPoolExecutor pool(String name, BlockingQueue<Runnable> queue) {
        return new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, queue, work -> new AgentThread("http-" + name, work));
    }

    /** Runs on the event loop: nothing here may take long, or throw. */
    @Override
    public void handle(Request request, Consumer<Response> respond) {
        try {
            Call call = Call.of(request);
            guard.check(call);
            Router.Route route = router.route(call);
            ThreadPoolExecutor lane = route.lane() == Router.Lane.QUICK ? quick : slow;
            lane.execute(() -> respond.accept(response(answer(route, call))));
        } catch (Problem problem) {
            respond.accept(response(problem.reply()));
        } catch (RejectedExecutionException busy) {
            respond.accept(response(Problem.retryAfter(Duration.ofSeconds(1), "too much is under way; ask again")
                    .reply()));
        } catch (RuntimeException | Error e) {
            respond.accept(response(failure(request.uri(), e)));
        }
    }

    private Reply answer(Router.Route route, Call call) {
        try {
            return route.endpoint().answer(call);
        } catch (Problem problem) {
            return problem.reply();
        } catch (RuntimeException | Error e) {
            return failure(route.path(), e);
        }
    }

    private Reply failure(String path, Throwable e) {
        StackTraceElement[] stack = e.getStackTrace();
        tell.accept("HTTP could not answer " + path + ": " + e + (stack.length == 0 ? "" : " at " + stack[0]));
        return Problem.of(500, "the agent failed to answer; its log line on standard error says why")
                .reply();
    }

    private static Response response(Reply reply) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", reply.contentType()));
        headers.add(new Header("Connection", "close"));
        headers.add(new Header("Cache-Control", "no-store"));
        headers.add(new Header("X-Content-Type-Options", "nosniff"));
        headers.add(new Header("X-Frame-Options", "DENY"));
        headers.add(new Header("Referrer-Policy", "no-referrer"));
        headers.add(new Header("Cross-Origin-Resource-Policy", "same-origin"));
        if (!reply.headers().containsKey("Content-Security-Policy")) {
            headers.add(new Header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"));
        }
        reply.headers().forEach((name, value) -> headers.add(new Header(name, value)));
        return new Response(reply.status(), reply.reason(), headers, reply.body());
    }

    @Override
    public void close() {
        quick.shutdownNow();
        slow.shutdownNow();
    }
}
