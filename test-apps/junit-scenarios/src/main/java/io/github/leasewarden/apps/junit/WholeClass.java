package io.github.leasewarden.apps.junit;

import io.github.leasewarden.junit.NoLeaks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a whole class opens is not one test's. */
class WholeClass {

    @NoLeaks
    static class Tidy {
        private static Feed.Reader shared;

        @BeforeAll
        static void open() {
            shared = Feed.read();
        }

        @AfterAll
        static void close() {
            shared.cancel();
        }

        @Test
        void passes() {}
    }

    @NoLeaks
    static class Untidy {
        @BeforeAll
        static void open() {
            Feed.read();
        }

        @Test
        void passes() {}
    }

    @NoLeaks
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {
        private final Feed.Reader shared = Feed.read();

        @Test
        void passes() {}

        @Test
        void fails() {
            Feed.read();
        }

        @AfterAll
        void close() {
            shared.cancel();
        }

        @Nested
        class Inner {
            @Test
            void failsInside() {
                Feed.read();
            }
        }
    }
}
