package io.github.leasewarden.core.detection;

import io.github.leasewarden.core.sampling.Keeping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether what is counted shows that the holder found in the code does not hold most of what grows. Then its limit excuses nothing. */
final class Elsewhere {
    /** Times the limit: instances may be held by two or three such fields, or be about to be collected. */
    private static final int EXCEEDED = 4;
    /** For each instance that grows: with fewer than half as many more entries the holder does not hold most of them. */
    private static final double LEAST_ENTRIES = 0.5;

    private Elsewhere() {}

    /** Null if the holder may well hold them. */
    static @Nullable String sentence(ClassGrowth growth, Keeping keeping, ClassSeries series) {
        if (keeping.limit() == null) {
            return null;
        }
        if (keeping.most() >= 0 && growth.instances() > EXCEEDED * (keeping.most() + 1) * holders(keeping, series)) {
            return keeping.holder() + " is limited at " + keeping.most() + ", so something else keeps them, too.";
        }
        if (keeping.entries() != null && grown(keeping.entries(), growth, series) < LEAST_ENTRIES * growth.grown()) {
            return "There are not as many more " + Amounts.readable(keeping.entries()) + ", of which "
                    + keeping.holder() + " needs one for each, so something else keeps them, too.";
        }
        return null;
    }

    /** Each object has a field of its own; one where it is static, or belongs to nobody who is alive. */
    private static long holders(Keeping keeping, ClassSeries series) {
        return Math.max(1, series.instancesNow(Hint.owner(String.valueOf(keeping.holder()))));
    }

    private static double grown(String className, ClassGrowth growth, ClassSeries series) {
        List<Point> all = series.instances(className);
        return all.get(all.size() - 1).value()
                - all.get(all.size() - growth.censuses()).value();
    }
}
