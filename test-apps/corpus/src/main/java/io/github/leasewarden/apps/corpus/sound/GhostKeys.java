package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A cache with a trial queue: what leaves it is remembered by its key only, and kept for long if it is asked for once more. */
public final class GhostKeys implements Program {
    private static final int ON_TRIAL = 500;
    private static final int REMEMBERED = 9_000;
    private static final int KEPT = 1_500;
    private final Map<String, Profile> trial = new LinkedHashMap<>();
    private final Set<String> remembered = new LinkedHashSet<>();
    private final Map<String, Profile> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Random random = new Random(609);
    private long shown;

    private record Profile(String key, byte[] picture) {}

    @Override
    public void tick(Moment moment) {
        for (int i = random.nextInt(25); i > 0; i--) {
            double place = random.nextDouble();
            shown += profile("customer/" + (int) (60_000 * place * place * place)).picture.length;
        }
    }

    private Profile profile(String key) {
        Profile known = kept.get(key);
        if (known == null) {
            known = trial.get(key);
        }
        return known == null ? load(key) : known;
    }

    private Profile load(String key) {
        Profile profile = new Profile(key, new byte[6_000 + random.nextInt(12_000)]);
        if (remembered.remove(key)) {
            kept.put(key, profile);
            dropEldest(kept.keySet().iterator(), kept.size() - KEPT);
        } else {
            trial.put(key, profile);
            if (trial.size() > ON_TRIAL) {
                remembered.add(dropEldest(trial.keySet().iterator(), 1));
                dropEldest(remembered.iterator(), remembered.size() - REMEMBERED);
            }
        }
        return profile;
    }

    private static String dropEldest(Iterator<String> eldest, int number) {
        if (number < 1) {
            return null;
        }
        String key = eldest.next();
        eldest.remove();
        return key;
    }

    @Override
    public String toString() {
        return shown + " shown";
    }
}
