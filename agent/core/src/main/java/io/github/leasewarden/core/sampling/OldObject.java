package io.github.leasewarden.core.sampling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object that JFR happened to sample when it was allocated and that was still alive when the recording ended. A hint, never
 * proof: a few hundred samples for a whole heap, most of them of arrays.
 *
 * @param className Java name; arrays as in source, {@code byte[]}
 * @param bytes the object's own size, or 0 where the JVM does not say (17)
 * @param ageSeconds since its allocation, or -1 if not known
 * @param frames of the allocation, innermost first, {@code com.acme.Shop.add(Shop.java:12)}; empty if JFR kept no stack
 * @param chain who holds whom, from the object outwards: {@code com.acme.Shop.orders}; empty unless a chain was asked for and found
 * @param root what the chain ends at, or null
 */
public record OldObject(
        String className,
        long bytes,
        double ageSeconds,
        List<String> frames,
        List<String> chain,
        @Nullable String root) {
    public OldObject {
        frames = List.copyOf(frames);
        chain = List.copyOf(chain);
    }

    boolean sameAllocation(OldObject other) {
        return className.equals(other.className) && frames.equals(other.frames);
    }

    /** If this one has none. */
    OldObject withChainOf(OldObject other) {
        return chain.isEmpty() ? new OldObject(className, bytes, ageSeconds, frames, other.chain, other.root) : this;
    }
}
