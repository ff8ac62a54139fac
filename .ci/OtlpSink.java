import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;

/** Takes whatever is posted and prints its port, then at each request the path and size: the other side of .ci/otlp-cost. */
public class OtlpSink {
    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        AtomicLong requests = new AtomicLong();
        server.createContext("/", exchange -> {
            int size = exchange.getRequestBody().readAllBytes().length;
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            System.out.println(requests.incrementAndGet() + " " + exchange.getRequestURI() + " " + size);
        });
        server.start();
        System.out.println(server.getAddress().getPort());
    }
}
