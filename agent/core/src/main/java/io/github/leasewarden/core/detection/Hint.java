package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.OldObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Old-object samples allocated at one line of the application: where what stays may come from. Ranked by that line, because most
 * samples are arrays, whose class says nothing.
 *
 * @param className of most samples
 * @param samples how many
 * @param frames of the allocation, the application's own first
 * @param holder the innermost field of the application on the way to a root, or null if no chain was found
 * @param chain of the sample whose holder that is
 */
record Hint(
        String className,
        int samples,
        List<String> frames,
        @Nullable String holder,
        List<String> chain) {
    /** Fewer than these may be anything that happens to be alive. */
    private static final int LEAST_SAMPLES = 3;

    /** Most samples first. */
    static List<Hint> of(List<OldObject> objects) {
        Map<String, List<OldObject>> byLine = new LinkedHashMap<>();
        for (OldObject object : objects) {
            String line = line(object);
            if (line != null) {
                byLine.computeIfAbsent(line, unknown -> new ArrayList<>()).add(object);
            }
        }
        return byLine.values().stream()
                .filter(same -> same.size() >= LEAST_SAMPLES)
                .map(Hint::ofLine)
                .sorted(Comparator.comparingInt(Hint::samples).reversed())
                .toList();
    }

    private static Hint ofLine(List<OldObject> same) {
        OldObject best = same.stream()
                .filter(object -> holder(object.chain()) != null)
                .findFirst()
                .orElse(same.get(0));
        return new Hint(best.className(), same.size(), application(best.frames()), holder(best.chain()), best.chain());
    }

    /** Whether these samples hang on instances of that class, are instances of it, or are made by its outer class. */
    boolean about(String className) {
        return about(this.className, chain, frames, className);
    }

    /** The same for one sample. */
    static boolean about(OldObject object, String className) {
        return about(object.className(), object.chain(), application(object.frames()), className);
    }

    private static boolean about(String sampled, List<String> chain, List<String> frames, String className) {
        String outer = outer(className);
        return sampled.equals(className)
                || chain.stream().anyMatch(link -> link.startsWith(className + ".") || link.equals(className))
                || frames.stream()
                        .limit(2)
                        .anyMatch(frame -> frame.startsWith(outer + ".") || frame.startsWith(outer + "$"));
    }

    /**
     * The innermost field of the application whose own class is not one of which there are ever more: what piles up in the fields of such objects piles up
     * because they do. The innermost one where all are such; null if no chain was found.
     */
    @Nullable
    String holder(Predicate<String> piledUp) {
        return fields(chain)
                .filter(link -> !piledUp.test(owner(link)))
                .findFirst()
                .orElse(holder);
    }

    /** Classes of the application whose fields are on the way to that one. */
    Stream<String> ownersUpTo(String outerField) {
        return fields(chain).takeWhile(link -> !link.equals(outerField)).map(Hint::owner);
    }

    /** The class that a field is in; empty if the name has no dot. */
    static String owner(String field) {
        return field.substring(0, Math.max(0, field.lastIndexOf('.')));
    }

    /** The sampled class, and those of the objects between it and the holder; arrays among the latter say nothing. */
    List<String> classesUpToHolder() {
        List<String> classes = new ArrayList<>();
        classes.add(className);
        for (String link : chain) {
            if (link.equals(holder)) {
                break;
            }
            if (!link.startsWith("[") && link.contains(".")) {
                classes.add(owner(link));
            }
        }
        return classes;
    }

    String sentence() {
        return samples + " of the sampled objects that stayed alive, mostly " + Amounts.readable(className)
                + ", were allocated at " + frames.get(0)
                + (chain.isEmpty() ? "." : "; one is held by " + String.join(" ← ", shortened()) + ".");
    }

    /** Where in the application it was allocated, or null if it was not. */
    @Nullable
    static String line(OldObject object) {
        List<String> frames = application(object.frames());
        return frames.isEmpty() ? null : frames.get(0);
    }

    private List<String> shortened() {
        return chain.size() <= 6 ? chain : chain.subList(0, 6);
    }

    private static List<String> application(List<String> frames) {
        int first = 0;
        while (first < frames.size() && !ClassGrowthDetector.isApplication(frames.get(first))) {
            first++;
        }
        return frames.subList(first, frames.size());
    }

    @Nullable
    private static String holder(List<String> chain) {
        return fields(chain).findFirst().orElse(null);
    }

    /** Those of the application, innermost first. */
    private static Stream<String> fields(List<String> chain) {
        return chain.stream().filter(link -> link.contains(".") && ClassGrowthDetector.isApplication(link));
    }

    private static String outer(String className) {
        int dollar = className.indexOf('$');
        return dollar < 0 ? className : className.substring(0, dollar);
    }
}
