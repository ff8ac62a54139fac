package io.github.leasewarden.apps.corpusrunner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TruthTest {
    @Test
    void aLeakThatAJdkMendsIsAControlThere() {
        Truth truth = Truth.parse("Groups,leak before 19,Groups|holder,yes,groups, never destroyed");

        assertThat(truth.on(18)).isSameAs(truth);
        assertThat(truth.leaks()).isTrue();
        assertThat(truth.expected()).isEqualTo("leak");
        assertThat(truth.culprit()).containsExactly("Groups", "holder");
        assertThat(truth.shape()).isEqualTo("groups, never destroyed");
        assertThat(truth.on(19).leaks()).isFalse();
        assertThat(truth.on(19).expected()).isEqualTo("steady");
    }

    @Test
    void othersAreTheSameOnEveryJdk() {
        Truth truth = Truth.parse("Cache,steady,,,fills");

        assertThat(truth.on(25)).isSameAs(truth);
        assertThat(truth.leaks()).isFalse();
    }
}
