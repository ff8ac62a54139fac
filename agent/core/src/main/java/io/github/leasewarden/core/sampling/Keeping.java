package io.github.leasewarden.core.sampling;

import org.jspecify.annotations.Nullable;

/**
 * What the code of the application says about who keeps the instances of a class: read from class files, not from the heap, so it
 * costs no pause and sees what only a stack refers to. It tells what may hold them, not what does.
 *
 * @param className whose instances
 * @param holder the field or fields declared to hold them, {@code com.acme.Shop.orders}; null if none is
 * @param many true if that field can hold many by itself: a collection, a map, an array
 * @param limit why what is held there stays limited, as the end of the sentence "its holder …"; null if no code limits it
 * @param most entries at which that code takes some out, or lets no more in; -1 if it does not, or if nobody knows
 * @param byCondition true if the code takes out what a condition holds for, by age, or by whatever else may come to pass or not; or does so with the
 *     objects that have the field, or from collections in it
 * @param soft true if they are held by soft references
 * @param entries the JDK's class of which there is one for each instance the field holds, {@code java.util.HashMap$Node}; null if there is none, or if it is not known
 * @param afterCollection true if they go only after a collection has found something gone: references that come back through a queue, finalizable objects,
 *     cleaning actions, and what is in such. A census counts those that have become due since the one before
 */
public record Keeping(
        String className,
        @Nullable String holder,
        boolean many,
        @Nullable String limit,
        long most,
        boolean byCondition,
        boolean soft,
        @Nullable String entries,
        boolean afterCollection) {
    private static final String CLEANER = "java.lang.ref.Cleaner";

    /** A field holds them, and nothing in the code takes them out again by number, age or another condition. */
    public boolean withoutLimit() {
        return holder != null && many && limit == null && !byCondition && !soft;
    }

    /** What the code does about it, as the end of "kept in …"; empty if nothing worth a word is known. */
    public String words() {
        if (CLEANER.equals(holder)) {
            return ", because the cleaning action refers to what it is to clean, which is therefore never cleaned";
        }
        if (withoutLimit()) {
            return ", whose code sets no limit";
        }
        return holder != null && limit == null && byCondition
                ? ", and code takes some of them, or what they are in, out on a condition"
                : "";
    }

    /** The same where other fields may hold them as well, so that this one need not have an entry for each. */
    public Keeping amongOthers() {
        return new Keeping(className, holder, many, limit, most, byCondition, soft, null, afterCollection);
    }

    /** Each registers a cleaning action that refers to it. */
    public static Keeping byItsCleaner(String className) {
        return new Keeping(className, CLEANER, true, null, -1, false, false, null, false);
    }

    /** The same where they go only after a collection has found something gone. */
    public Keeping untilCollected() {
        return new Keeping(className, holder, many, limit, most, byCondition, soft, entries, true);
    }

    /** Nothing was found, or nobody looked. */
    public static Keeping unknown(String className) {
        return new Keeping(className, null, false, null, -1, false, false, null, false);
    }
}
