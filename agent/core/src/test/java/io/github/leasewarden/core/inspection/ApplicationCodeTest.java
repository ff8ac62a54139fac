package io.github.leasewarden.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import acme.Warehouse;
import org.junit.jupiter.api.Test;

class ApplicationCodeTest {
    @Test
    void whatOnlyTheAgentLoadedIsOurs() throws Exception {
        try (Application application = new Application(Warehouse.class, 0)) {
            Class<?>[] both = {Keepers.class, Warehouse.class, application.outer()};

            assertThat(new ApplicationCode(() -> both, () -> 0).ours()).containsExactly(Keepers.class.getName());
        }
    }
}
