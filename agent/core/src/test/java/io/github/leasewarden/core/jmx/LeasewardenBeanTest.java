package io.github.leasewarden.core.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.report.Parts;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;

/** Through a server, as a console sees it. */
class LeasewardenBeanTest {
    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final AtomicBoolean off = new AtomicBoolean();

    private ObjectName registered() throws Exception {
        ObjectName name = new ObjectName(JmxBean.NAME);
        server.registerMBean(new LeasewardenBean(Parts::full, off::get, () -> off.set(true)), name);
        return name;
    }

    @Test
    void aConsoleSeesTheObservation() throws Exception {
        ObjectName name = registered();
        assertThat(server.getAttribute(name, "Verdict")).isEqualTo("leak");
        assertThat(server.getAttribute(name, "Reason")).isEqualTo("It leaks.");
        assertThat(server.getAttribute(name, "HeapAfterGcBytes")).isEqualTo(1499L);
        assertThat(server.getAttribute(name, "Mode")).isEqualTo("guard");
        TabularData open = (TabularData) server.getAttribute(name, "OpenLeases");
        assertThat(open.get(new Object[] {"subscription"}).get("value")).isEqualTo(9L);
        TabularData causes = (TabularData) server.getAttribute(name, "ExpiriesByCause");
        assertThat(causes.get(new Object[] {"IDLE"}).get("value")).isEqualTo(4L);
        CompositeData[] pools = (CompositeData[]) server.getAttribute(name, "Pools");
        assertThat(pools[0].get("inUse")).isEqualTo(12);
        assertThat(pools[1].get("max")).as("not known").isEqualTo(-1);
        assertThat((String[]) server.getAttribute(name, "Alerts"))
                .contains("2026-11-23T12:00:00Z warn 75 % of the heap is in use.");
    }

    @Test
    void theOffSwitchIsAnOperation() throws Exception {
        ObjectName name = registered();
        assertThat(server.getAttribute(name, "Watching")).isEqualTo(true);
        server.invoke(name, "switchOff", new Object[0], new String[0]);
        assertThat(server.getAttribute(name, "Watching")).isEqualTo(false);
    }
}
