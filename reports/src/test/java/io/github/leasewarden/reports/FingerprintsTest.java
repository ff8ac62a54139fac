package io.github.leasewarden.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintsTest {

    @ParameterizedTest
    @CsvSource({
        "com.acme.Feed.open(Feed.java:42),                       com.acme.Feed.open(Feed.java:57)",
        "com.acme.Feed.open(Feed.java:42),                       com.acme.Feed.open(Unknown Source)",
        "com.acme.Feed.open(Feed.java:42),                       com.acme.Feed.open",
        "com.acme.Feed.open(Feed.java:42),                       com.acme.Feed.open:42",
        "com.acme.Feed.open(Feed.java:42),                       app//com.acme.Feed.open(Feed.java:42)",
        "com.acme.Feed.open(Feed.java:42),                       app/acme@1.2/com.acme.Feed.open(Feed.java:42)",
        "com.acme.Feed.lambda$main$3(Feed.java:1),               com.acme.Feed.lambda$main$4(Feed.java:1)",
        "com.acme.Feed.access$000(Feed.java:1),                  com.acme.Feed.access$100(Feed.java:1)",
        "com.acme.FeedKt.main$lambda$3(Feed.kt:1),               com.acme.FeedKt.main$lambda$4(Feed.kt:1)",
        "com.acme.Feed$.$anonfun$main$1(Feed.scala:1),           com.acme.Feed$.$anonfun$main$2(Feed.scala:1)",
        "com.acme.Feed$$Lambda$14/0x0000000800c03000.run,        com.acme.Feed$$Lambda/0x00007f01.run",
        "com.acme.Feed$$Lambda/0x00007f01,                       com.acme.Feed$$Lambda/0x00007f02",
        "com.acme.Hidden/0x00007f01.run,                         com.acme.Hidden/0x00007f02.run",
        "jdk.proxy2.$Proxy12.open(Unknown Source),               jdk.proxy3.$Proxy7.open(Unknown Source)",
        "com.sun.proxy.$Proxy12.open(Unknown Source),            com.sun.proxy.$Proxy7.open(Unknown Source)",
        "com.acme.Feed$$EnhancerBySpringCGLIB$$1a2b3c4d.open,    com.acme.Feed$$EnhancerBySpringCGLIB$$99ff.open",
        "com.acme.Feed$$SpringCGLIB$$0.open,                     com.acme.Feed$$SpringCGLIB$$1.open",
        "com.acme.Feed$$SpringCGLIB$$0.CGLIB$open$0,             com.acme.Feed$$SpringCGLIB$$0.CGLIB$open$5",
        "com.acme.Feed$$EnhancerByGuice$$1234.open,              com.acme.Feed$$EnhancerByGuice$$5678.open",
        "com.acme.Feed$ByteBuddy$Ab3dEf12.open,                  com.acme.Feed$ByteBuddy$Zz9.open",
        "com.acme.Feed_$$_jvst1a2_0.open,                        com.acme.Feed_$$_jvst9c_1.open",
    })
    void theSamePlaceKeepsItsFingerprint(String one, String other) {
        assertThat(of(one)).isEqualTo(of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Feed.open,                    com.acme.Feed.close",
        "com.acme.Feed.open,                    com.acme.Read.open",
        "com.acme.Feed.open,                    org.acme.Feed.open",
        "com.acme.Feed.lambda$main$3,           com.acme.Feed.lambda$test$3",
        "com.acme.Feed.main,                    com.acme.Feed.lambda$main$3",
        "com.acme.Feed$1.run,                   com.acme.Feed$2.run",
        "com.acme.Feed.open1,                   com.acme.Feed.open2",
        "com.acme.Feed$$SpringCGLIB$$0.open,    com.acme.Read$$SpringCGLIB$$0.open",
        "java.lang.invoke.MethodType,           java.lang.invoke.LambdaForm",
    })
    void differentPlacesHaveDifferentFingerprints(String one, String other) {
        assertThat(of(one)).isNotEqualTo(of(other));
    }

    @Test
    void reflectionThatTheJvmSpeedsUpIsStillTheSameCall() {
        String atFirst = of(
                "com.acme.Feed.open(Feed.java:42)",
                "jdk.internal.reflect.NativeMethodAccessorImpl.invoke0(Native Method)",
                "jdk.internal.reflect.DelegatingMethodAccessorImpl.invoke(DelegatingMethodAccessorImpl.java:43)",
                "java.lang.reflect.Method.invoke(Method.java:569)",
                "com.acme.Main.main(Main.java:1)");
        String after15Calls = of(
                "com.acme.Feed.open(Feed.java:42)",
                "jdk.internal.reflect.GeneratedMethodAccessor7.invoke(Unknown Source)",
                "java.base/java.lang.reflect.Method.invoke(Method.java:569)",
                "com.acme.Main.main(Main.java:1)");
        String onNewerJdks = of(
                "com.acme.Feed.open(Feed.java:42)",
                "java.base/jdk.internal.reflect.DirectMethodHandleAccessor.invoke(DirectMethodHandleAccessor.java:103)",
                "java.base/java.lang.reflect.Method.invoke(Method.java:580)",
                "com.acme.Main.main(Main.java:1)");
        assertThat(atFirst).isEqualTo(after15Calls).isEqualTo(onNewerJdks);
    }

    @Test
    void realFramesOfThisJvmAreUnderstood() {
        List<String> names = new ArrayList<>();
        Runnable lambda = () -> names.addAll(Stream.of(new Throwable().getStackTrace())
                .map(StackTraceElement::toString)
                .map(FrameNames::normalised)
                .toList());
        lambda.run();
        String here = FingerprintsTest.class.getName();
        assertThat(names)
                .startsWith(
                        here + ".lambda$realFramesOfThisJvmAreUnderstood", here + ".realFramesOfThisJvmAreUnderstood");
    }

    @Test
    void ruleKindAndOrderOfFramesCount() {
        List<String> frames = List.of("a.B.c", "d.E.f");
        String fingerprint = Fingerprints.of("r", "k", frames);
        assertThat(Fingerprints.of("s", "k", frames)).isNotEqualTo(fingerprint);
        assertThat(Fingerprints.of("r", "l", frames)).isNotEqualTo(fingerprint);
        assertThat(Fingerprints.of("rk", "", frames)).isNotEqualTo(fingerprint);
        assertThat(Fingerprints.of("r", "k", List.of("d.E.f", "a.B.c"))).isNotEqualTo(fingerprint);
    }

    @Test
    void aFingerprintIsTwelveHexDigitsAndTheSameInEveryRelease() {
        // Users write these into ignore lists: a change of this value is a breaking change.
        assertThat(of("com.acme.Feed.open(Feed.java:42)"))
                .matches("[0-9a-f]{12}")
                .isEqualTo("d015ba8d026c");
    }

    private static String of(String... frames) {
        return Fingerprints.of("rule", "kind", List.of(frames));
    }
}
