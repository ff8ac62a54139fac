package io.github.leasewarden.instrumentation.weave;

/** A family of types for subtype rules. */
final class Family {
    private Family() {}

    public interface Root {}

    public interface Middle extends Root {}

    public interface OtherRoot extends Root {}

    public static class Direct implements Root {}

    public static class Indirect implements Middle {}

    public static class Heir extends Indirect {}

    public static class OfOtherRoot implements OtherRoot {}

    public abstract static class RootClass {}

    public static class OfRootClass extends RootClass {}

    public static class HeirOfRootClass extends OfRootClass {}

    public static class RootWithRoot extends RootClass {}

    public static class Stranger {}
}
