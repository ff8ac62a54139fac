package io.github.leasewarden.premain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PremainTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // command, main module, JDK tool
                "jdk.compiler/com.sun.tools.javac.Main A.java,            jdk.compiler, true",
                "jdk.jcmd/sun.tools.jcmd.JCmd 1 GC.run,                   jdk.jcmd,     true",
                "java.base/sun.security.tools.keytool.Main -list,         java.base,    true",
                "jdk.compiler/com.sun.tools.javac.launcher.Main App.java, jdk.compiler, false",
                "jdk.compiler/com.sun.tools.javac.launcher.SourceLauncher App.java, jdk.compiler, false",
                "com.acme.Shop --port 80,                                 -,            false",
                "app.jar,                                                 -,            false",
                "com.acme.shop/com.acme.Shop,                             com.acme.shop, false",
                "javafx.app/com.acme.Shop,                                javafx.app,   false",
                "-,                                                       -,            false",
                "-,                                                       jdk.jshell,   true",
            })
    void onlyApplicationsAreWatched(String command, String module, boolean tool) {
        assertThat(Premain.isJdkTool(command, module)).isEqualTo(tool);
    }

    @Test
    void whateverGoesWrongTheApplicationStartsAndOneLineSaysWhy() {
        PrintStream err = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThatNoException().isThrownBy(() -> Premain.premain("mode=strict", null));
        } finally {
            System.setErr(err);
        }
        assertThat(told.toString(StandardCharsets.UTF_8))
                .startsWith("[leasewarden] could not start, the application runs without it: ")
                .hasLineCount(1);
    }
}
