package io.github.leasewarden.apps.eventfeed;

/** Serves a request, during which it wants to hear of price changes. */
interface Shop {
    void serveWithJdk();

    void serveWithReactor();
}
