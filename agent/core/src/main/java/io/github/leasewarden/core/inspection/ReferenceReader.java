package io.github.leasewarden.core.inspection;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Finds in one method what {@link CollectedLater} is about: {@code super(picture, queue)}, {@code queue.poll()}, {@code cleaner.register(this, state)}. */
final class ReferenceReader extends MethodVisitor {
    private final CollectedLater later;
    private final String owner;
    private final boolean constructor;
    private final Set<String> made = new HashSet<>();
    private boolean lambda;

    ReferenceReader(CollectedLater later, String owner, String name, MethodVisitor next) {
        super(Opcodes.ASM9, next);
        this.later = later;
        this.owner = owner;
        this.constructor = name.equals("<init>");
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        super.visitTypeInsn(opcode, type);
        if (opcode == Opcodes.NEW) {
            made.add(type);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String fieldOwner, String name, String descriptor) {
        super.visitFieldInsn(opcode, fieldOwner, name, descriptor);
        if (descriptor.startsWith("L")) {
            made.add(Type.getType(descriptor).getInternalName());
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        lambda |= CleanerReader.makesAction(descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String callee, String name, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, callee, name, descriptor, isInterface);
        if (constructor && name.equals("<init>") && descriptor.contains("Ljava/lang/ref/ReferenceQueue;")) {
            later.queued(owner);
        } else if (callee.equals("java/lang/ref/ReferenceQueue") && !name.equals("<init>")) {
            later.polled();
        } else if (CleanerReader.registers(callee, name)) {
            later.registered(made);
            if (lambda) {
                later.registeredLambdaOf(owner);
            }
        }
    }
}
