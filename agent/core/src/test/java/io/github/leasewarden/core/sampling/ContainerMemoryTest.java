package io.github.leasewarden.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerMemoryTest {
    private static final String V2 = "31 22 0:26 / /sys/fs/cgroup ro,nosuid,nodev,noexec,relatime - cgroup2 cgroup rw";
    private static final String V1 =
            "35 31 0:32 / /sys/fs/cgroup/memory rw,relatime shared:9 master:2 - cgroup cgroup rw,memory";
    private static final String V1_UNLIMITED = "9223372036854771712";

    @TempDir
    Path root;

    private ContainerTree tree;

    @BeforeEach
    void emptyMachine() {
        tree = new ContainerTree(root);
    }

    private void isUnknownAndSaysSoOnce(String... words) {
        assertThat(tree.read()).isNull();
        assertThat(tree.read()).isNull();
        assertThat(tree.told()).singleElement().asString().contains(words);
        assertThat(tree.capability()).startsWith("memory limit: unknown").contains(words);
    }

    private void isNoLimitAndNothingToSay(String capability) {
        assertThat(tree.read()).isNull();
        assertThat(tree.read()).isNull();
        assertThat(tree.told()).isEmpty();
        assertThat(tree.capability()).isEqualTo(capability);
    }

    @Test
    void aContainerSeesItselfAsTheRootOfTheSecondGeneration() {
        tree.process("0::/\n", V2).v2("sys/fs/cgroup", "536870912", 400, 150);
        ContainerSample sample = tree.read();
        assertThat(sample.limitBytes()).isEqualTo(536870912);
        assertThat(sample.usedBytes())
                .as("without page cache that can be taken back at once")
                .isEqualTo(250);
        assertThat(sample.oomKills()).isEqualTo(2);
        assertThat(sample.heapBytes()).isEqualTo(100 << 20);
        assertThat(tree.capability()).isEqualTo("memory limit: 512 MiB, from control groups V2");
    }

    @Test
    void theSmallestLimitOnTheWayUpCountsWithWhatIsUsedThere() {
        tree.process("0::/kubepods/pod7/app\n", V2)
                .v2("sys/fs/cgroup/kubepods", "9000", 5000, 0)
                .v2("sys/fs/cgroup/kubepods/pod7", "1000", 900, 100)
                .v2("sys/fs/cgroup/kubepods/pod7/app", "max", 300, 0);
        assertThat(tree.read()).extracting(ContainerSample::limitBytes).isEqualTo(1000L);
        assertThat(tree.read()).extracting(ContainerSample::usedBytes).isEqualTo(800L);
    }

    @Test
    void ofEqualLimitsTheProcessesOwnGroupCounts() {
        tree.process("0::/pod/app\n", V2)
                .v2("sys/fs/cgroup/pod", "1000", 900, 0)
                .v2("sys/fs/cgroup/pod/app", "1000", 300, 0);
        assertThat(tree.read().usedBytes()).isEqualTo(300);
    }

    @Test
    void theFirstGenerationIsReadWhereItHasTheMemoryController() {
        tree.process("9:name=systemd:/\n4:cpu,memory:/job/1\n0::/\n", V2, V1)
                .v2("sys/fs/cgroup", "5", 5, 0)
                .v1("sys/fs/cgroup/memory", V1_UNLIMITED, 10_000, 0)
                .v1("sys/fs/cgroup/memory/job", "3000", 2500, 400)
                .v1("sys/fs/cgroup/memory/job/1", V1_UNLIMITED, 2400, 0);
        ContainerSample sample = tree.read();
        assertThat(sample.limitBytes()).isEqualTo(3000);
        assertThat(sample.usedBytes()).isEqualTo(2100);
        assertThat(sample.oomKills()).isEqualTo(1);
    }

    @Test
    void aContainerOfTheFirstGenerationKnowsItselfByTheHostsName() {
        tree.process("4:memory:/docker/abc\n", V1.replace(" / /sys", " /docker/abc /sys"))
                .v1("sys/fs/cgroup/memory", "3000", 100, 0);
        assertThat(tree.read().limitBytes()).isEqualTo(3000);
    }

    @Test
    void ofSeveralMountsTheOneThatShowsTheGroupIsRead() {
        tree.process(
                        "4:memory:/docker/abc/job\n",
                        V1.replace(" / /sys/fs", " /other /elsewhere"),
                        V1.replace(" / /sys", " /docker/abc /sys"))
                .v1("elsewhere/cgroup/memory", "1", 1, 0)
                .v1("sys/fs/cgroup/memory", V1_UNLIMITED, 1, 0)
                .v1("sys/fs/cgroup/memory/job", "3000", 100, 0);
        assertThat(tree.read().limitBytes()).isEqualTo(3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0::/../../other\n", "0::/nobody/can/see/this\n"})
    void aGroupThatIsNotVisibleCountsWithWhatIsVisibleAroundIt(String cgroup) {
        tree.process(cgroup, V2).v2("sys/fs/cgroup", "3000", 100, 0);
        assertThat(tree.read().limitBytes()).isEqualTo(3000);
    }

    @Test
    void aMountPointMayHaveBlanksInItsName() {
        tree.process("0::/\n", V2.replace("/sys/fs/cgroup", "/my\\040groups")).v2("my groups", "3000", 100, 0);
        assertThat(tree.read().limitBytes()).isEqualTo(3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max", V1_UNLIMITED, "9223372036854710272", "18446744073709551615"})
    void whatIsCalledUnlimitedIsNoLimit(String max) {
        tree.process("0::/app\n", V2).v2("sys/fs/cgroup/app", max, 300, 0);
        isNoLimitAndNothingToSay("memory limit: none");
    }

    @Test
    void aMachineWithoutControlGroupsIsNothingToComplainAbout() {
        isNoLimitAndNothingToSay("memory limit: unknown, this system has no control groups");
    }

    @Test
    void aHostWithoutAMemoryControllerIsNothingToComplainAbout() {
        tree.process("9:name=systemd:/\n", "40 31 0:37 / /sys/fs/cgroup/systemd rw - cgroup cgroup rw,name=systemd");
        isNoLimitAndNothingToSay("memory limit: unknown, no memory control group is visible here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lots", "-1", "12 MiB", "0", "0x10"})
    void aBadLimitIsSaidOnceAndIsNoFigure(String garbage) {
        tree.process("0::/app\n", V2).v2("sys/fs/cgroup/app", garbage, 300, 0);
        isUnknownAndSaysSoOnce("memory.max", garbage);
    }

    @Test
    void aBadUsageIsSaidOnceAndIsNoFigure() {
        tree.process("0::/app\n", V2)
                .v2("sys/fs/cgroup/app", "3000", 300, 0)
                .file("sys/fs/cgroup/app/memory.current", "\n");
        isUnknownAndSaysSoOnce("memory.current");
    }

    @Test
    void statisticsWithoutPageCacheAreSaidOnceAndAreNoFigure() {
        tree.process("0::/app\n", V2)
                .v2("sys/fs/cgroup/app", "3000", 300, 0)
                .file("sys/fs/cgroup/app/memory.stat", "anon 5\n");
        isUnknownAndSaysSoOnce("memory.stat", "inactive_file");
    }

    @Test
    void aGroupThatVanishesIsSaidOnceAndIsNoFigure() {
        tree.process("0::/app\n", V2).v2("sys/fs/cgroup/app", "3000", 300, 0);
        assertThat(tree.read()).isNotNull();
        assertThat(root.resolve("sys/fs/cgroup/app/memory.current").toFile().delete())
                .isTrue();
        isUnknownAndSaysSoOnce("memory.current");
    }

    @Test
    void aKernelThatCountsNoKillsIsNoReasonToKnowNothing() {
        tree.process("0::/app\n", V2)
                .v2("sys/fs/cgroup/app", "3000", 300, 0)
                .file("sys/fs/cgroup/app/memory.events", "low 0\n");
        assertThat(tree.read().oomKills()).isEqualTo(-1);
    }

    @Test
    void aLimitThatIsChangedWhileTheProcessRunsIsSeen() {
        tree.process("0::/\n", V2).v2("sys/fs/cgroup", "3000", 300, 0);
        assertThat(tree.read().limitBytes()).isEqualTo(3000);
        tree.v2("sys/fs/cgroup", "6000", 300, 0);
        assertThat(tree.read().limitBytes()).isEqualTo(6000);
        tree.v2("sys/fs/cgroup", "max", 300, 0);
        isNoLimitAndNothingToSay("memory limit: none");
    }

    @Test
    void moreReclaimableCacheThanUsageIsNothingUsed() {
        tree.process("0::/\n", V2).v2("sys/fs/cgroup", "3000", 300, 301);
        assertThat(tree.read().usedBytes()).isZero();
    }

    @Test
    void theRealSystemIsReadWithoutComplaint() {
        List<String> told = new ArrayList<>();
        ContainerMemory real = new ContainerMemory(UptimeClock.system(), told::add);
        ContainerSample sample = real.read();
        assertThat(told).isEmpty();
        assertThat(real.capability()).startsWith("memory limit: ");
        if (sample != null) {
            assertThat(sample.usedBytes()).isPositive().isLessThanOrEqualTo(sample.limitBytes());
        }
    }
}
