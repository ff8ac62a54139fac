package io.github.leasewarden.instrumentation.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassHeaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"java/lang", "java/util", "java/util/concurrent", "java/lang/invoke", "java/time"})
    void itSaysWhatReflectionSays(String folder) throws Exception {
        List<Path> files = classFiles(folder);
        assertThat(files).hasSizeGreaterThan(30);
        for (Path file : files) {
            String name = folder.replace('/', '.') + "."
                    + file.getFileName().toString().replace(".class", "");
            Class<?> type = Class.forName(name, false, null);
            ClassHeader header = ClassHeader.read(Files.readAllBytes(file));
            assertThat(header).as(name).isEqualTo(reflected(type));
        }
    }

    @Test
    void aModuleDescriptorHasNoSuperclass() throws IOException {
        ClassHeader header = ClassHeader.read(Files.readAllBytes(module().resolve("module-info.class")));
        assertThat(header).isEqualTo(new ClassHeader(false, null, List.of()));
    }

    @Test
    void aFileThatIsCutShortIsNoEndlessLoop() {
        byte[] whole = ClassFiles.of(String.class);
        for (int length : new int[] {0, 4, 9, 10, 200}) {
            assertThatThrownBy(() -> ClassHeader.read(Arrays.copyOf(whole, length)))
                    .isInstanceOf(ArrayIndexOutOfBoundsException.class);
        }
    }

    private static ClassHeader reflected(Class<?> type) {
        Class<?> parent = type.isInterface() ? Object.class : type.getSuperclass();
        return new ClassHeader(
                type.isInterface(),
                parent == null ? null : ClassFiles.internalName(parent),
                Stream.of(type.getInterfaces()).map(ClassFiles::internalName).toList());
    }

    private static List<Path> classFiles(String folder) throws IOException {
        try (Stream<Path> files = Files.list(module().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .toList();
        }
    }

    private static Path module() {
        return FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base");
    }
}
