package io.github.leasewarden.apps.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    @Test
    void theDeploymentHasOnlyFieldsThatKubernetesKnows() throws Exception {
        assertThat(Manifest.read(Manifest.text()).deployment().getKind()).isEqualTo("Deployment");
    }

    @ParameterizedTest
    @CsvSource({
        "replicas:, replica:",
        "initContainers:, initContainer:",
        "mountPath: /leasewarden, mountPth: /leasewarden",
        "readOnlyRootFilesystem:, readOnlyRootFileSystem:",
        "fsGroup:, fsgroup:",
        "fieldPath: metadata.name, fieldpath: metadata.name",
        "containerPort: 9464, port: 9464",
        "sizeLimit: 32Mi, limit: 32Mi",
        "defaultMode: 0440, mode: 0440",
        "drop: [ALL], drop: ALL",
        "path: /alive, uri: /alive",
        "prometheus.io/port: \"9464\", prometheus.io/port: [9464]",
    })
    void aMisspeltOrMisshapenFieldIsRefused(String right, String wrong) throws Exception {
        String text = Manifest.text();
        assertThat(text).contains(right);
        assertThatThrownBy(() -> Manifest.read(text.replace(right, wrong))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void neitherContainerRunsAsRootNorWritesToItsRoot() throws Exception {
        var pod = Manifest.read(Manifest.text())
                .deployment()
                .getSpec()
                .getTemplate()
                .getSpec();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(List.of(pod.getInitContainers().get(0), pod.getContainers().get(0)))
                .extracting(container -> container.getSecurityContext())
                .allSatisfy(context -> {
                    assertThat(context.getReadOnlyRootFilesystem()).isTrue();
                    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
                    assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
                });
    }

    @Test
    void everyMountedVolumeExistsAndTheServiceMayWriteToOne() throws Exception {
        Manifest manifest = Manifest.read(Manifest.text());
        var pod = manifest.deployment().getSpec().getTemplate().getSpec();
        List<String> volumes =
                pod.getVolumes().stream().map(volume -> volume.getName()).toList();
        assertThat(pod.getContainers().get(0).getVolumeMounts())
                .extracting(mount -> mount.getName())
                .isSubsetOf(volumes);
        assertThat(pod.getInitContainers().get(0).getVolumeMounts())
                .extracting(mount -> mount.getName())
                .isSubsetOf(volumes);
        assertThat(manifest.writable()).containsExactly("/var/leasewarden");
    }

    @Test
    void scrapersAreSentToThePortTheAgentListensOn() throws Exception {
        Manifest manifest = Manifest.read(Manifest.text());
        var template = manifest.deployment().getSpec().getTemplate();
        String port = manifest.environment("shop-1").get("LEASEWARDEN_HTTP_PORT");
        assertThat(template.getMetadata().getAnnotations()).containsEntry("prometheus.io/port", port);
        assertThat(template.getSpec().getContainers().get(0).getPorts())
                .extracting(open -> open.getContainerPort().toString())
                .contains(port);
    }

    @Test
    void thePodSaysWhichServiceItIs() throws Exception {
        assertThat(Manifest.read(Manifest.text()).environment("shop-7d9f"))
                .containsAllEntriesOf(Map.of(
                        "OTEL_SERVICE_NAME", "shop",
                        "OTEL_RESOURCE_ATTRIBUTES", "service.version=1.4.2,service.instance.id=shop-7d9f"));
    }
}
