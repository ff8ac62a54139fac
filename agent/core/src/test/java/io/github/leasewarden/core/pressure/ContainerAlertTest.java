package io.github.leasewarden.core.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.pressure.Alerts.Level;
import io.github.leasewarden.core.sampling.NonHeapSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerAlertTest {
    private static final long MIB = 1L << 20;

    private final ContainerAlert alert = new ContainerAlert(Looks.SETTINGS);
    private final Looks looks = new Looks();

    /** Percentages of the limit, and the alert each raises: W, C, I or - for none. */
    @ParameterizedTest
    @CsvSource({
        "10 50 89,          ---",
        "90,                W",
        "89 90 94 95,       -W-C",
        "96,                C",
        "91 82 91 89,       W---",
        "91 80 91,          WIW",
        "96 86 96 85 96,    C---C",
        "96 80 10,          CI-",
        "100 120,           C-",
    })
    void anAlertIsRaisedOnceAndWithdrawnATenthLower(String percentages, String expected) {
        StringBuilder raised = new StringBuilder();
        for (String percent : percentages.split(" ")) {
            AlertRule.News news = alert.look(looks.container(100 * MIB, Long.parseLong(percent) * MIB, MIB)
                    .next());
            raised.append(news == null ? "-" : news.level().name().substring(0, 1));
        }
        assertThat(raised).hasToString(expected);
    }

    @Test
    void aContainerNearItsLimitIsAnAlertAlthoughItsHeapIsWell() {
        HeapAlert heapAlert = new HeapAlert(Looks.SETTINGS);
        Look look = looks.max(256 * MIB)
                .full(40 * MIB)
                .nonHeap(new NonHeapSample(0, 480 * MIB, 260 * MIB, 0, 61 * MIB, 214, 9000))
                .container(512 * MIB, 471 * MIB, 80 * MIB)
                .next();
        assertThat(heapAlert.look(look)).isNull();
        assertThat(alert.look(look).text())
                .isEqualTo(
                        "92 % of the container's memory is in use (471 MiB of 512 MiB): heap 80.0 MiB (at most 256 MiB),"
                                + " metaspace 61.0 MiB, direct buffers 260 MiB, the rest 70.0 MiB with the stacks of 214 threads");
    }

    @Test
    void itSaysHowLongUntilTheLimitIfTheMemoryGrows() {
        for (int mib = 600; mib < 900; mib += 10) {
            assertThat(alert.look(looks.container(1000 * MIB, mib * MIB, MIB).next()))
                    .isNull();
        }
        assertThat(alert.look(looks.container(1000 * MIB, 910 * MIB, MIB).next())
                        .text())
                .as("90 MiB are left, and 10 MiB go in 10 s")
                .endsWith("; at the present rate the limit is reached in 1 min");
    }

    @Test
    void memoryThatStaysHighHasNoEnd() {
        AlertRule.News news = null;
        for (int i = 0; i < 40; i++) {
            AlertRule.News now = alert.look(
                    looks.container(1000 * MIB, (930 + i % 3) * MIB, MIB).next());
            news = news == null ? now : news;
        }
        assertThat(news.text()).doesNotContain("reached");
    }

    @Test
    void aHeapThatWasCommittedAndNeverTouchedMakesNothingNegative() {
        looks.nonHeap(new NonHeapSample(0, 1, 0, 0, MIB, 5, 9));
        assertThat(alert.look(looks.container(100 * MIB, 95 * MIB, 512 * MIB).next())
                        .text())
                .contains("heap 512 MiB", "the rest 0 B");
    }

    @Test
    void withoutALimitNothingIsRaised() {
        assertThat(alert.look(looks.full(99).next())).isNull();
    }

    @Test
    void anAlertThatCannotBeConfirmedStands() {
        alert.look(looks.container(100, 99, 1).next());
        assertThat(alert.look(looks.noContainer().next())).isNull();
        assertThat(alert.level()).isEqualTo(Level.CRITICAL);
    }
}
