package io.github.leasewarden.apps.junit;

import org.junit.jupiter.api.RepeatedTest;

/** Two thousand tests that open and release one lease: what the extension costs is measured with these. Without annotations. */
class Many {
    @RepeatedTest(2000)
    void passes() {
        Feed.read().cancel();
    }
}
