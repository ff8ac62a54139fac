package io.github.leasewarden.instrumentation.advice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Parameters of the generic advices. The weaver binds each to what the rule says: {@code this}, an argument, the result, an injected
 * field, or null. That is how advice stays free of library types.
 */
public final class Slot {
    private Slot() {}

    /** The number of the weave point. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Point {}

    /** The injected field that holds a lease or a table of registrations, or the object itself where there is none. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Held {}

    /** The object the operation is about: the receiver of registrations, the parent of a derived object. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Subject {}

    /** The handle. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Handle {}

    /** What tells two registrations of one handle apart. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Key {}

    /** The owner. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Owner {}

    /** What the lease keeps strongly. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Keep {}

    /** The second object through which the lease is reached. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Alias {}

    /** The derived object. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Child {}

    /** The int argument that is limited; written to. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Limited {}

    /** The result of the method, or null where it returns nothing. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    public @interface Result {}
}
