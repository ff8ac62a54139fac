package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A crawler accepts the cookies of all sites; it comes back to some of them, and most it visits only once. */
public final class CrawlerCookies implements Program {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final Random random = new Random(509);
    private int sites;
    private int sent;

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(4); i > 0; i--) {
            visit(URI.create("http://site-" + ++sites + ".example/"));
        }
        visit(URI.create("http://portal-" + random.nextInt(100) + ".example/"));
    }

    private void visit(URI page) {
        String value = Long.toHexString(random.nextLong()).repeat(100 + random.nextInt(400));
        try {
            if (random.nextInt(25) == 0) {
                sent += cookies.get(page, Map.of()).size();
            }
            cookies.put(page, Map.of("Set-Cookie", List.of("visit=" + value + "; path=/")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return sent + " headers sent";
    }
}
