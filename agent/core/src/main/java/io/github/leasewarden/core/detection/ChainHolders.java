package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.OldObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Fields of the application that hold objects of the JDK, as chains of JFR's old-object samples show them. Many leaks consist of nothing but strings,
 * arrays and map entries; such a class stands for the field that all its chains lead to.
 */
final class ChainHolders {
    private ChainHolders() {}

    /**
     * The field by class of the JDK; not those that are seen to be held by several.
     *
     * @param piledUp whether there are ever more instances of a class
     * @param evenly whether there are steadily more of them: what hangs on instances of which there are more only for a while has another holder for the rest
     *     of the time, so no field stands for it
     */
    static Map<String, String> of(List<OldObject> objects, Predicate<String> piledUp, Predicate<String> evenly) {
        Map<String, String> holders = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (Hint hint : Hint.of(objects)) {
            String holder = hint.holder(piledUp);
            if (holder != null && hint.ownersUpTo(holder).allMatch(evenly)) {
                for (String className : hint.classesUpToHolder()) {
                    String other = holders.putIfAbsent(className, holder);
                    if (other != null && !other.equals(holder)) {
                        several.add(className);
                    }
                }
            }
        }
        holders.keySet().removeAll(several);
        return holders;
    }
}
