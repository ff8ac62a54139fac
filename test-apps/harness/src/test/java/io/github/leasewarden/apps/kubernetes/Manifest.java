package io.github.leasewarden.apps.kubernetes;

import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The deployment of {@code docs/kubernetes}, read with the model that Kubernetes' own Java client is generated from. */
final class Manifest {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Z_]+)\\)");
    private static final Pattern LABEL = Pattern.compile("metadata\\.labels\\['(.+)']");

    private final V1Deployment deployment;

    private Manifest(V1Deployment deployment) {
        this.deployment = deployment;
    }

    static Path folder() {
        return Path.of(System.getProperty("leasewarden.root", "../.."), "docs", "kubernetes");
    }

    static String text() throws IOException {
        return Files.readString(folder().resolve("deployment.yaml"));
    }

    /** @throws IllegalArgumentException if a field has no such name or not that shape */
    static Manifest read(String yaml) throws IOException {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Object document = new Yaml(new SafeConstructor(strict)).load(yaml);
        JsonElement json = JSON.getGson().toJsonTree(document);
        V1Deployment.validateJsonElement(json);
        return new Manifest(JSON.getGson().fromJson(json, V1Deployment.class));
    }

    V1Deployment deployment() {
        return deployment;
    }

    /** The service's environment as the kubelet makes it, for a pod of that name. */
    Map<String, String> environment(String podName) {
        var template = deployment.getSpec().getTemplate();
        Map<String, String> environment = new LinkedHashMap<>();
        for (var variable : template.getSpec().getContainers().get(0).getEnv()) {
            String value = variable.getValue();
            if (value == null) {
                String path = variable.getValueFrom().getFieldRef().getFieldPath();
                Matcher label = LABEL.matcher(path);
                value = label.matches()
                        ? template.getMetadata().getLabels().get(label.group(1))
                        : Map.of("metadata.name", podName).get(path);
            }
            environment.put(
                    variable.getName(),
                    REFERENCE
                            .matcher(value)
                            .replaceAll(found -> Matcher.quoteReplacement(environment.get(found.group(1)))));
        }
        return environment;
    }

    /** Where the service's container may write. */
    List<String> writable() {
        return deployment.getSpec().getTemplate().getSpec().getContainers().get(0).getVolumeMounts().stream()
                .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .map(mount -> mount.getMountPath())
                .toList();
    }
}
