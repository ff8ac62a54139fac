package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A registry keeps the newest image of each tag, and all layers; every 18 seconds those of no image are sought. */
public final class ImageLayers implements Program {
    private static final int TAGS = 50;
    private static final int PAUSE = 360;
    private final Map<String, Image> images = new HashMap<>();
    private final Map<String, Layer> layers = new HashMap<>();
    private final List<Layer> bases = new ArrayList<>();
    private final Random random = new Random(807);
    private int pushed;

    private record Layer(String digest, byte[] content) {}

    private record Image(List<Layer> layers) {}

    public ImageLayers() {
        for (int i = 0; i < 20; i++) {
            bases.add(layer());
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 4 == 0) {
            push("service-" + pushed++ % TAGS);
        }
        if (moment.tick() % PAUSE == 0) {
            keepReachable();
        }
    }

    private void push(String tag) {
        List<Layer> stack = new ArrayList<>();
        stack.add(bases.get(random.nextInt(bases.size())));
        for (int i = 0; i < 3; i++) {
            stack.add(layer());
        }
        images.put(tag, new Image(stack));
    }

    private Layer layer() {
        String digest = "sha256:" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        Layer layer = new Layer(digest, new byte[20_000 + random.nextInt(40_000)]);
        layers.put(digest, layer);
        return layer;
    }

    private void keepReachable() {
        Set<Layer> reachable = Collections.newSetFromMap(new IdentityHashMap<>());
        reachable.addAll(bases);
        images.values().forEach(image -> reachable.addAll(image.layers));
        layers.values().removeIf(layer -> !reachable.contains(layer));
    }

    @Override
    public String toString() {
        return pushed + " pushed";
    }
}
