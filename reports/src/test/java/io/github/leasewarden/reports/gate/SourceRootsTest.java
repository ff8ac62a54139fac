package io.github.leasewarden.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRootsTest {
    @TempDir
    private Path checkout;

    @Test
    void rootsAreFoundInEveryModuleButNotInWhatIsBuilt() throws IOException {
        file("src/main/java/A.java");
        file("shop/src/test/kotlin/b/B.kt");
        file("shop/target/src/main/java/C.java");
        file(".git/src/main/java/D.java");
        SourceRoots sources = SourceRoots.find(checkout);
        assertThat(sources.resolve("A.java")).contains("src/main/java/A.java");
        assertThat(sources.resolve("b/B.kt")).contains("shop/src/test/kotlin/b/B.kt");
        assertThat(sources.resolve("C.java")).isEmpty();
        assertThat(sources.resolve("D.java")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "app//com.acme.Feed.read(Feed.java:12),                 src/main/java/com/acme/Feed.java, 12, true",
        "com.acme.Feed$Inner.lambda$x$0(Feed.java:3),           src/main/java/com/acme/Feed.java, 3, true",
        "my.module@1.2/com.acme.Gone.read(Gone.java:5),         com/acme/Gone.java,               5, false",
        "Main.main(Main.java:1),                                Main.java,                        1, false",
    })
    void aFrameIsAPlaceInAFile(String frame, String path, int line, boolean found) throws IOException {
        file("src/main/java/com/acme/Feed.java");
        assertThat(SourceLine.of(frame, SourceRoots.find(checkout))).isEqualTo(new SourceLine(path, line, found));
    }

    @Test
    void aFrameWithoutALineIsNone() {
        SourceRoots none = new SourceRoots(checkout, List.of());
        assertThat(SourceLine.of("com.acme.Feed.read(Native Method)", none)).isNull();
        assertThat(SourceLine.of("com.acme.Feed.read(Unknown Source)", none)).isNull();
        assertThat(SourceLine.of("what is this", none)).isNull();
    }

    @Test
    void theFirstFrameWithAFileIsTheOneToFix() throws IOException {
        file("src/main/java/com/acme/Shop.java");
        List<String> frames = List.of("lib.Helper.open(Helper.java:9)", "com.acme.Shop.main(Shop.java:4)");
        assertThat(SourceLine.of(frames, SourceRoots.find(checkout)))
                .isEqualTo(new SourceLine("src/main/java/com/acme/Shop.java", 4, true));
    }

    private void file(String path) throws IOException {
        Path file = checkout.resolve(path);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }
}
