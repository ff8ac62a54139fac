package io.github.leasewarden.reports;

import java.util.List;
import java.util.regex.Pattern;

/** What of a stack frame is the programmer's: class and method, without the numbers that tools put in. */
public final class FrameNames {

    private record Rewrite(Pattern pattern, String replacement) {
        static Rewrite of(String regex, String replacement) {
            return new Rewrite(Pattern.compile(regex), replacement);
        }
    }

    private static final List<Rewrite> REWRITES = List.of(
            // (OrderFeed.java:42), (Native Method), or a bare :42
            Rewrite.of("\\(.*$|:\\d+$", ""),
            // Hidden and lambda classes: Foo$$Lambda$14/0x0000000800c03000, Foo$$Lambda/0x00007f, LambdaForm$MH/0x0a
            Rewrite.of("\\$\\$Lambda(\\$\\d+)?(/(0x)?[0-9a-fA-F]+)?", "\\$\\$Lambda"),
            Rewrite.of("/0x[0-9a-fA-F]+", ""),
            // Class loader and module: app//com.acme.Foo, java.base@17/java.util.List
            Rewrite.of("^.*/", ""),
            // javac: lambda$main$3, access$000; Kotlin: main$lambda$3, main$lambda-3; Scala: $anonfun$main$1
            Rewrite.of("(\\.lambda\\$.*?)\\$\\d+$", "$1"),
            Rewrite.of("(\\.access)\\$\\d+$", "$1"),
            Rewrite.of("(\\$lambda)[$-]\\d+", "$1"),
            Rewrite.of("(\\$anonfun\\$[^.]*?)\\$\\d+", "$1"),
            // JDK proxies: jdk.proxy2.$Proxy12
            Rewrite.of("^jdk\\.proxy\\d+\\.", "jdk.proxy."),
            Rewrite.of("\\$Proxy\\d+", "\\$Proxy"),
            // Spring, Guice and other CGLIB: Foo$$EnhancerBySpringCGLIB$$1a2b3c4d, Foo$$SpringCGLIB$$0
            Rewrite.of("(\\$\\$\\w*?(?:ByGuice|CGLIB))\\$\\$[0-9a-f]+", "$1"),
            Rewrite.of("(\\.CGLIB\\$\\w+)\\$\\d+$", "$1"),
            // Byte Buddy, Hibernate and Mockito: Foo$ByteBuddy$Ab3dEf12, Foo$HibernateProxy$x, Foo$MockitoMock$123
            Rewrite.of("(\\$(?:ByteBuddy|HibernateProxy|MockitoMock))\\$\\w+", "$1"),
            // Javassist: Foo_$$_jvst1a2_0
            Rewrite.of("_\\$\\$_jvst\\w+", "_\\$\\$_jvst"));

    /**
     * The JVM's own ways from one method to another. Reflection alone takes three different ones: native for the first
     * 15 calls, then generated, and neither on newer JDKs; the same call must keep its fingerprint through all of them.
     */
    private static final Pattern DISPATCH = Pattern.compile(
            "(jdk\\.internal|sun)\\.reflect\\..*|java\\.lang\\.reflect\\.(Method|Constructor)\\..*|java\\.lang\\.invoke\\..*"
                    + "|.*\\$\\$Lambda\\..*");

    private FrameNames() {}

    /** The frame's class and method without position and numbering. */
    public static String normalised(String frame) {
        String name = frame.strip();
        for (Rewrite rewrite : REWRITES) {
            name = rewrite.pattern().matcher(name).replaceAll(rewrite.replacement());
        }
        return name;
    }

    /** True for a normalised frame that shows how the JVM got somewhere, not what the program does. */
    static boolean isDispatch(String normalised) {
        return DISPATCH.matcher(normalised).matches();
    }
}
