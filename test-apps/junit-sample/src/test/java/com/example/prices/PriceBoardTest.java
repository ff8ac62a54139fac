package com.example.prices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Says nothing about leaks; it fails for one all the same. */
class PriceBoardTest {
    @Test
    void showsThePrice() {
        PriceFeed feed = new PriceFeed();
        try (PriceBoard board = new PriceBoard(feed)) {
            feed.publish(42);
            assertEquals(42, board.firstPrice());
        }
    }
}
