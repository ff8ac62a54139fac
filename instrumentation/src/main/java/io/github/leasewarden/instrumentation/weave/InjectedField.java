package io.github.leasewarden.instrumentation.weave;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;

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
    REGISTRATIONS("leasewarden$registrations", Opcodes.ACC_VOLATILE);

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

    /** The class file with the fields added; an interface stays as it is, for the JVM allows it no such field. */
    static byte[] addTo(byte[] file, boolean lease, boolean registrations) {
        ClassReader reader = OpenedClassReader.of(file);
        if ((reader.getAccess() & Opcodes.ACC_INTERFACE) != 0) {
            return file;
        }
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(OpenedClassReader.ASM_API, writer) {
                    @Override
                    public void visitEnd() {
                        if (lease) {
                            visitField(LEASE.modifiers, LEASE.fieldName, "Ljava/lang/Object;", null, null)
                                    .visitEnd();
                        }
                        if (registrations) {
                            visitField(
                                            REGISTRATIONS.modifiers,
                                            REGISTRATIONS.fieldName,
                                            "Ljava/lang/Object;",
                                            null,
                                            null)
                                    .visitEnd();
                        }
                        super.visitEnd();
                    }
                },
                0);
        return writer.toByteArray();
    }
}
