package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.OldObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields of the application that hold objects of the JDK, as chains of JFR's old-object samples show them. Many leaks consist of nothing but strings,
 * arrays and map entries; such a class stands for the field that all its chains lead to.
 */
final class ChainHolders {
    private ChainHolders() {}

    /** The field by class of the JDK; not those that are seen to be held by several. */
    static Map<String, String> of(List<OldObject> objects) {
        Map<String, String> holders = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (Hint hint : Hint.of(objects)) {
            String holder = hint.holder();
            if (holder != null) {
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
