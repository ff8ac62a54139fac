package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Places by address in two generations of at most 1500: when the young one is full it becomes the old one, which is dropped. */
public final class GeoCache implements Program {
    private static final int MOST = 1500;
    private final Random random = new Random(201);
    private Map<String, Place> young = new HashMap<>();
    private Map<String, Place> old = new HashMap<>();
    private double distance;

    private static final class Place {
        private final double latitude;
        private final double longitude;
        private final byte[] tile;

        private Place(double latitude, double longitude, int tileLength) {
            this.latitude = latitude;
            this.longitude = longitude;
            this.tile = new byte[tileLength];
        }

        private double fromZero() {
            return Math.hypot(latitude, longitude) + tile[0];
        }
    }

    @Override
    public void tick(Moment moment) {
        for (int i = 0; i < 7; i++) {
            distance += find("street " + (int) Math.abs(random.nextGaussian() * 1_800))
                    .fromZero();
        }
    }

    private Place find(String address) {
        Place place = young.get(address);
        if (place != null) {
            return place;
        }
        place = old.get(address);
        if (place == null) {
            place = new Place(random.nextDouble(), random.nextDouble(), 6_000 + random.nextInt(9_000));
        }
        if (young.size() >= MOST) {
            old = young;
            young = new HashMap<>();
        }
        young.put(address, place);
        return place;
    }

    @Override
    public String toString() {
        return "distance " + distance;
    }
}
