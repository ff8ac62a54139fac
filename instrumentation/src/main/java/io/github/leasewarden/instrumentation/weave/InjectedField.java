package io.github.leasewarden.instrumentation.weave;

import io.github.leasewarden.instrumentation.rule.Expr;
import io.github.leasewarden.instrumentation.rule.Hook;
import java.lang.reflect.Field;
import java.util.EnumSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * The fields we add to classes while they are loaded. Private, transient and synthetic: invisible to serialisation, to default
 * serialVersionUIDs and to other agents, and gone from nobody's sight that did not look for it by name.
 */
public enum InjectedField {
    /**
     * On handles, aliases and derived objects: the lease, or what keeps it in use. Not volatile: the store of a lease into a volatile field
     * costs a full fence. The advice that opens orders it instead: whoever is handed the handle finds its lease.
     */
    LEASE("leasewarden$lease", 0),
    /** On receivers: their table of registrations. Seldom written, and raced for. */
    REGISTRATIONS("leasewarden$registrations", Opcodes.ACC_VOLATILE),
    /** On subscribers: what keeps count of the items they asked for. */
    BATCH("leasewarden$batch", Opcodes.ACC_VOLATILE);

    private static final int MODIFIERS = Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC;

    private final String fieldName;
    private final int modifiers;

    InjectedField(String fieldName, int more) {
        this.fieldName = fieldName;
        this.modifiers = MODIFIERS | more;
    }

    public String fieldName() {
        return fieldName;
    }

    /** Those a loaded class has. */
    static Set<InjectedField> of(Class<?> type) {
        Set<InjectedField> present = EnumSet.noneOf(InjectedField.class);
        for (Field declared : type.getDeclaredFields()) {
            for (InjectedField field : values()) {
                if (declared.getName().equals(field.fieldName)) {
                    present.add(field);
                }
            }
        }
        return present;
    }

    /** The field that a hook wants its class to get when it is loaded, or null. */
    static @Nullable InjectedField neededBy(Hook hook) {
        if (!hook.of().equals(Expr.THIS)) {
            return null;
        }
        switch (hook.operation()) {
            case OPEN:
                return hook.handle().equals(Expr.THIS) ? LEASE : null;
            case REGISTER:
                return REGISTRATIONS;
            case SUBSCRIBE:
                return BATCH;
            default:
                return null;
        }
    }

    /** The field that a hook reads and writes, if its class has it. */
    static InjectedField usedBy(Hook hook) {
        switch (hook.operation()) {
            case REGISTER:
            case UNREGISTER:
            case UNREGISTER_ALL:
            case USE_ALL:
                return REGISTRATIONS;
            case SUBSCRIBE:
            case RECEIVE:
                return BATCH;
            default:
                return LEASE;
        }
    }

    /** The class file with the fields added; an interface stays as it is, for the JVM allows it no such field. */
    static byte[] addTo(byte[] file, Set<InjectedField> fields) {
        ClassReader reader = OpenedClassReader.of(file);
        if ((reader.getAccess() & Opcodes.ACC_INTERFACE) != 0) {
            return file;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(OpenedClassReader.ASM_API, writer) {
                    @Override
                    public void visitEnd() {
                        for (InjectedField field : fields) {
                            visitField(field.modifiers, field.fieldName, "Ljava/lang/Object;", null, null)
                                    .visitEnd();
                        }
                        super.visitEnd();
                    }
                },
                0);
        return writer.toByteArray();
    }
}
