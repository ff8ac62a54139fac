package io.github.leasewarden.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} is made from the table of settings; run this test with {@code -Dregenerate.docs} to write it. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("../../docs/configuration.md");

    @Test
    void thePageSaysWhatTheAgentDoes() throws IOException {
        String generated = ConfigurationPage.write();
        if (System.getProperty("regenerate.docs") != null) {
            Files.writeString(PAGE, generated);
        }
        assertThat(PAGE)
                .as("out of date; run: mvn -pl agent/core -am test -Dtest=ConfigurationPageTest -Dregenerate.docs"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .hasContent(generated);
    }
}
