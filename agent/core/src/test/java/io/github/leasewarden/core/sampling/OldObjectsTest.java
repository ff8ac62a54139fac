package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OldObjectsTest {
    private static final long AT = Duration.ofSeconds(100).toNanos();

    @Test
    void whatNoCollectionHasLookedAtIsNoSurvivor() {
        OldObjects.Found found = found(sampled(2, "Shop.add", List.of()), sampled(30, "Shop.add", List.of()));

        assertThat(found.allocatedBefore(Duration.ofSeconds(90).toNanos()).objects())
                .extracting(OldObject::ageSeconds)
                .containsExactly(30.0);
        assertThat(found.allocatedBefore(Long.MAX_VALUE).objects())
                .as("all were judged")
                .hasSize(2);
    }

    @Test
    void aChainStaysKnownForTheLineItWasFoundFor() {
        List<OldObject> earlier = List.of(sampled(9, "Shop.add", List.of("com.acme.Shop.orders")));
        OldObjects.Found found = found(sampled(40, "Shop.add", List.of()), sampled(30, "Cart.add", List.of()))
                .withChainsOf(earlier);

        assertThat(found.objects())
                .extracting(OldObject::chain)
                .containsExactly(List.of("com.acme.Shop.orders"), List.of());
        assertThat(found.objects())
                .extracting(OldObject::ageSeconds)
                .as("each has its own age")
                .containsExactly(40.0, 30.0);
    }

    private static OldObjects.Found found(OldObject... objects) {
        return new OldObjects.Found(AT, 60, List.of(objects), Duration.ZERO, Duration.ZERO);
    }

    private static OldObject sampled(double ageSeconds, String line, List<String> chain) {
        return new OldObject("byte[]", 100, ageSeconds, List.of(line), chain, null);
    }
}
