package io.github.leasewarden.instrumentation.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanPlanTest {
    private final ScanPlan plan = new ScanPlan();

    /** The numbers of those calls, of so many, after which to look. */
    private List<Integer> due(int calls) {
        List<Integer> due = new ArrayList<>();
        for (int i = 1; i <= calls; i++) {
            if (plan.due()) {
                due.add(i);
            }
        }
        return due;
    }

    @Test
    void withoutARequestNobodyLooks() {
        assertThat(due(100)).isEmpty();
    }

    /** The first implementor may still be loading its other parents. */
    @Test
    void aRootIsLookedForAtOnceAndASecondLater() {
        plan.wanted(true);
        assertThat(due(100)).containsExactly(1, 11);
    }

    @Test
    void requestsInARowShareALook() {
        for (int i = 0; i < 5; i++) {
            plan.wanted(false);
            assertThat(due(3)).isEmpty();
        }
        assertThat(due(100)).containsExactly(8);
    }

    @Test
    void requestsThatNeverEndWaitForFiveSecondsAtMost() {
        int looks = 0;
        for (int i = 0; i < 200; i++) {
            plan.wanted(false);
            looks += due(1).size();
        }
        assertThat(looks).isEqualTo(3);
    }
}
