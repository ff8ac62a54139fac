package io.github.leasewarden.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.reports.ServiceInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ServiceLabelsTest {
    private final Properties properties = new Properties();
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void anUnnamedServiceIsCalledAfterItsMainClassAndTheProcess() {
        assertThat(labels("")).isEqualTo(new ServiceInfo("com.acme.Shop", null, "node-1:42"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void ourOwnOptionsComeFirst() {
        environment.put("OTEL_SERVICE_NAME", "traced");
        environment.put("OTEL_RESOURCE_ATTRIBUTES", "service.version=1,service.instance.id=a");
        assertThat(labels("service=shop,service.version=2,service.instance=b"))
                .isEqualTo(new ServiceInfo("shop", "2", "b"));
    }

    @Test
    void aServiceNamedForItsTracesNeedNotBeNamedAgain() {
        environment.put("OTEL_SERVICE_NAME", "shop");
        environment.put(
                "OTEL_RESOURCE_ATTRIBUTES",
                "service.name=other, service.version = 1.4%2B7 ,service.instance.id=pod+1,deployment.environment=live");
        assertThat(labels("")).isEqualTo(new ServiceInfo("shop", "1.4+7", "pod+1"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void openTelemetrysSystemPropertiesComeBeforeItsVariables() {
        environment.put("OTEL_SERVICE_NAME", "variable");
        properties.put("otel.service.name", "property");
        assertThat(labels("").name()).isEqualTo("property");
    }

    @Test
    void theResourceHasAllAttributesAndOurOwnNames() {
        environment.put(
                "OTEL_RESOURCE_ATTRIBUTES", "service.name=other,service.version=1,deployment.environment.name=live");
        assertThat(ServiceLabels.resource(new ServiceInfo("shop", "2", "b"), properties, environment, warnings::add))
                .containsOnly(
                        Map.entry("service.name", "shop"),
                        Map.entry("service.version", "2"),
                        Map.entry("service.instance.id", "b"),
                        Map.entry("deployment.environment.name", "live"));
    }

    @Test
    void aMalformedAttributeIsNamedAndTheOthersAreUsed() {
        environment.put("OTEL_RESOURCE_ATTRIBUTES", "service.version=%zz,nonsense,service.instance.id=a");
        assertThat(labels("")).isEqualTo(new ServiceInfo("com.acme.Shop", null, "a"));
        assertThat(warnings).hasSize(2);
        assertThat(warnings.get(0)).contains("service.version=%zz");
        assertThat(warnings.get(1)).contains("nonsense");
    }

    @Test
    void aBlankNameIsNoName() {
        environment.put("OTEL_SERVICE_NAME", " ");
        assertThat(labels("").name()).isEqualTo("com.acme.Shop");
    }

    @Test
    void namesAreBounded() {
        environment.put("OTEL_SERVICE_NAME", "x".repeat(100_000));
        assertThat(labels("").name()).hasSize(200);
    }

    @Test
    void theReportSaysWhenTheProcessStarted() {
        ServiceInfo service = new ServiceInfo("shop", null, "a");
        assertThat(RunInfo.read(service).jvm().service()).isEqualTo(service);
        assertThat(RunInfo.read(service).jvm().startedAt()).isBeforeOrEqualTo(Instant.now());
    }

    private ServiceInfo labels(String argument) {
        AgentConfig config = AgentConfig.read(argument, new Properties(), Map.of(), warnings::add);
        return ServiceLabels.of(config, properties, environment, "com.acme.Shop", "node-1:42", warnings::add);
    }
}
