package io.github.leasewarden.apps.corpusrunner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.apps.harness.Jdk;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fast part of the corpus: a few programs of either sort for 75 seconds (a leak is called one after 55), on each JDK and with another collector. The whole of it, with
 * figures, is run by {@code .ci/corpus}.
 *
 * <p>How soon a leak is found depends on how much of the machine the programs get, so only what must hold on any machine is asserted: no
 * control is ever called a leak, and a leak that was found is the right one.
 */
class CorpusIT {
    private static final String LEAKING = "SessionMap,SawtoothLeak,ForgottenThreads";
    private static final String SOUND = "SoftCache,TrimmedLog,Sine";

    @ParameterizedTest
    @CsvSource({"17, G1", "25, Parallel"})
    void noControlIsCalledALeakAndWhatIsFoundIsTheCulprit(int jdk, String collector) throws InterruptedException {
        Jdk.require(jdk);
        List<Outcome> outcomes = CorpusRunner.run(
                "programs=" + LEAKING + "," + SOUND,
                "jdks=" + jdk,
                "collectors=" + collector,
                "seconds=75",
                "agent=heap.warmup=10s;sample.interval=1s");

        assertThat(outcomes).hasSize(6);
        assertThat(outcomes)
                .filteredOn(each -> !each.trial().truth().leaks())
                .allSatisfy(each -> assertThat(each.quiet()).as(each.line()).isTrue());
        assertThat(outcomes)
                .filteredOn(each -> each.trial().truth().leaks() && each.state().equals("leak"))
                .as("leaks found")
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.rank()).as(each.line()).isBetween(1, 3));
    }
}
