package io.github.leasewarden.core.detection;

import java.util.List;

/**
 * What the heap says, and which classes grow; each decides how small a growth of the other is worth a word.
 *
 * @param classes most grown bytes first
 */
public record Grown(HeapGrowth heap, List<ClassGrowth> classes) {
    public Grown {
        classes = List.copyOf(classes);
    }

    public static Grown in(Evidence evidence) {
        List<ClassGrowth> own = ClassGrowthDetector.detect(evidence);
        HeapGrowth heap = HeapGrowthDetector.detect(evidence, !own.isEmpty());
        if (own.isEmpty() && !heap.growing()) {
            HeapGrowth little = HeapGrowthDetector.detect(evidence, true);
            List<ClassGrowth> ofTheJdk = ClassGrowthDetector.ofTheJdk(own, evidence, little);
            return new Grown(little.growing() && !ofTheJdk.isEmpty() ? little : heap, ofTheJdk);
        }
        return new Grown(heap, ClassGrowthDetector.ofTheJdk(own, evidence, heap));
    }
}
