package io.github.leasewarden.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import acme.Warehouse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplicationCodeTest {
    @Test
    void whatOnlyTheAgentLoadedIsOurs() throws Exception {
        try (Application application = new Application(Warehouse.class, 0)) {
            Class<?>[] both = {Keepers.class, Warehouse.class, application.outer()};

            assertThat(new ApplicationCode(() -> both, () -> 0).ours()).containsExactly(Keepers.class.getName());
        }
    }

    @Test
    void whatTheExporterLoadedIsOursAndNotRead() throws Exception {
        Class<?> exported = new Exporters().define(Warehouse.class);
        Class<?>[] all = {exported};
        ApplicationCode code = new ApplicationCode(() -> all, () -> 0);

        assertThat(code.ours()).containsExactly(Warehouse.class.getName());
        assertThat(code.read(all, List.of()).holders()).isEmpty();
    }

    @Test
    void whatTheApplicationLoadedIsRead() throws Exception {
        try (Application application = new Application(Warehouse.class, 0)) {
            Class<?>[] all = {application.outer()};
            ApplicationCode code = new ApplicationCode(() -> all, () -> 0);

            assertThat(code.ours()).isEmpty();
            assertThat(code.read(all, List.of()).holders()).isNotEmpty();
        }
    }

    /** A child of the agent's loader, as {@code leasewarden-otlp.jar} has one. */
    private static final class Exporters extends ClassLoader {
        Exporters() {
            super(ApplicationCode.class.getClassLoader());
        }

        Class<?> define(Class<?> original) throws IOException {
            String resource = original.getName().replace('.', '/') + ".class";
            try (InputStream in = getResourceAsStream(resource)) {
                byte[] code = in.readAllBytes();
                return defineClass(original.getName(), code, 0, code.length);
            }
        }
    }
}
