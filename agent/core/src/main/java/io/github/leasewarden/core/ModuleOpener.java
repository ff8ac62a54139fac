package io.github.leasewarden.core;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Opens the packages of observed libraries to the agent's own loader, one at a time, when something in them is first needed. Thread-safe. */
final class ModuleOpener implements Consumer<Class<?>> {
    private final Instrumentation instrumentation;
    private final Module own = ModuleOpener.class.getModule();

    ModuleOpener(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    @Override
    public void accept(Class<?> type) {
        Module module = type.getModule();
        String name = type.getPackageName();
        if (!module.isNamed() || module.isOpen(name, own) || !instrumentation.isModifiableModule(module)) {
            return;
        }
        instrumentation.redefineModule(module, Set.of(), Map.of(), Map.of(name, Set.of(own)), Set.of(), Map.of());
    }
}
