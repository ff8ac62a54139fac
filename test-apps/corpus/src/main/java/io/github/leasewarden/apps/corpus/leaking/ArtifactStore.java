package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Artifacts of builds by name; when they weigh over eight megabytes the oldest go; some are built once more. */
public final class ArtifactStore implements Program {
    private static final long MOST = 8_000_000;
    private final Map<String, Artifact> artifacts = new LinkedHashMap<>();
    private final Random random = new Random(702);
    private long weight;
    private int builds;

    private record Artifact(String name, byte[] content) {
        private int weight() {
            return content.length;
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(7); i > 0; i--) {
            boolean again = builds > 200 && random.nextInt(6) == 0;
            int build = again ? builds - random.nextInt(200) : ++builds;
            store(new Artifact("shop-" + build + ".jar", new byte[4_000 + random.nextInt(12_000)]));
        }
    }

    private void store(Artifact artifact) {
        Artifact replaced = artifacts.get(artifact.name);
        if (replaced != null) {
            drop(replaced);
        }
        artifacts.put(artifact.name, artifact);
        weight += artifact.weight() - (replaced == null ? 0 : replaced.weight());
        while (weight > MOST) {
            drop(artifacts.values().iterator().next());
        }
    }

    private void drop(Artifact artifact) {
        artifacts.remove(artifact.name);
        weight -= artifact.weight();
    }

    @Override
    public String toString() {
        return builds + " builds";
    }
}
