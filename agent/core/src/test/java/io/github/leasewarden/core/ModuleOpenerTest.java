package io.github.leasewarden.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What we ask of the module system: one package, for ourselves alone. */
class ModuleOpenerTest {
    private final Module own = ModuleOpener.class.getModule();
    private final List<List<Object>> asked = new ArrayList<>();
    private boolean modifiable = true;

    private final Instrumentation instrumentation = (Instrumentation) Proxy.newProxyInstance(
            ModuleOpenerTest.class.getClassLoader(), new Class<?>[] {Instrumentation.class}, (self, method, args) -> {
                if (method.getName().equals("isModifiableModule")) {
                    return modifiable;
                }
                assertThat(method.getName()).isEqualTo("redefineModule");
                asked.add(List.of(args));
                return null;
            });

    @Test
    void aClosedPackageIsOpenedToTheAgentOnly() {
        new ModuleOpener(instrumentation).accept(Thread.State.class);
        assertThat(asked).containsExactly(opening("java.lang"));
    }

    @Test
    void aClassOutsideAnyModuleNeedsNothing() {
        new ModuleOpener(instrumentation).accept(ModuleOpenerTest.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void aModuleThatMayNotBeChangedIsLeftAlone() {
        modifiable = false;
        new ModuleOpener(instrumentation).accept(String.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void hooksAreDefinedOnlyWhereTheJvmAllowsIt() {
        assertThatThrownBy(() -> HookDefiner.define(instrumentation)).isInstanceOf(IllegalAccessException.class);
        assertThat(asked).containsExactly(opening("java.lang"));
    }

    private List<Object> opening(String name) {
        return List.of(Object.class.getModule(), Set.of(), Map.of(), Map.of(name, Set.of(own)), Set.of(), Map.of());
    }
}
