package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadDumpTest {
    private static final String DUMP = """
            Full thread dump OpenJDK 64-Bit Server VM:

            "main" #1 prio=5 os_prio=0 tid=0x1 nid=0x1 waiting on condition
               java.lang.Thread.State: RUNNABLE
            \tat io.github.leasewarden.core.lease.LeaseRegistry.open(LeaseRegistry.java:1)
            \tat java.lang.LeasewardenHooks.open(java.base@17/LeasewardenHooks.java:1)
            \tat io.github.leasewarden.apps.demo.OrderRepository.save(OrderRepository.java:1)
            \tat io.github.leasewarden.apps.demo.DemoApp.main(DemoApp.java:1)

            "Grizzly(2)" #31 [12] prio=5 os_prio=0 runnable
            \tat java.lang.Thread.run(java.base@17/Thread.java:1)

            "leasewarden-expirer" #12 daemon prio=5 os_prio=0 waiting
            \tat io.github.leasewarden.core.lease.Expirer.run(Expirer.java:1)
            \tat java.lang.Thread.run(java.base@17/Thread.java:1)

            "Thread-0" #13 prio=5 os_prio=0 waiting
            \tat io.github.leasewarden.core.lease.Expirer.run(Expirer.java:1)
            \tat java.lang.Thread.run(java.base@17/Thread.java:1)

            "leasewarden-sampler" #14 prio=5 os_prio=0 waiting
            \tat java.lang.Thread.run(java.base@17/Thread.java:1)

            "VM Thread" os_prio=0 cpu=1ms tid=0x2 runnable
            """;

    @Test
    void tellsAgentThreadsFromAppThreadsInsideAHook() {
        assertThat(ThreadDump.nonDaemonAgentThreads(DUMP))
                .extracting(thread -> thread.substring(0, thread.indexOf(' ')))
                .containsExactly("\"Thread-0\"", "\"leasewarden-sampler\"");
    }

    @Test
    void tellsAgentFramesFromAppFrames() {
        assertThat("\tat io.github.leasewarden.apps.demo.DemoApp.main(DemoApp.java:1)")
                .doesNotContainPattern(ThreadDump.AGENT_FRAME);
        assertThat("\tat java.base/java.lang.LeasewardenHooks.open(LeasewardenHooks.java:1)")
                .containsPattern(ThreadDump.AGENT_FRAME);
        assertThat("\tat io.github.leasewarden.core.AgentMain.start(AgentMain.java:1)")
                .containsPattern(ThreadDump.AGENT_FRAME);
    }
}
