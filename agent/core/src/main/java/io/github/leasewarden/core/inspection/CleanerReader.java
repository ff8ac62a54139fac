package io.github.leasewarden.core.inspection;

import java.util.Arrays;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Sees {@code cleaner.register(this, this::free)}: the cleaning action refers to what it is to clean, so the {@code Cleaner} keeps every such object for
 * ever, which the documentation of {@code java.lang.ref.Cleaner} warns of. Lambdas and method references only; passes every instruction on.
 */
final class CleanerReader extends MethodVisitor {
    private final CodeReader reader;
    private final String owner;
    private final boolean instance;
    /** How often {@code this} was loaded since the last instruction that does anything else than load a variable. */
    private int loaded;

    private boolean action;

    CleanerReader(CodeReader reader, String owner, boolean instance, MethodVisitor next) {
        super(Opcodes.ASM9, next);
        this.reader = reader;
        this.owner = owner;
        this.instance = instance;
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        super.visitVarInsn(opcode, variable);
        action = false;
        if (instance && opcode == Opcodes.ALOAD && variable == 0) {
            loaded++;
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        boolean refers = Arrays.asList(Type.getArgumentTypes(descriptor)).contains(Type.getObjectType(owner));
        action = loaded >= 2 && refers && makesAction(descriptor);
        loaded = 0;
    }

    @Override
    public void visitMethodInsn(int opcode, String callee, String name, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, callee, name, descriptor, isInterface);
        if (action && registers(callee, name)) {
            reader.cleansItself(owner);
        }
        other();
    }

    @Override
    public void visitInsn(int opcode) {
        super.visitInsn(opcode);
        other();
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        super.visitIntInsn(opcode, operand);
        other();
    }

    @Override
    public void visitLdcInsn(Object value) {
        super.visitLdcInsn(value);
        other();
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        super.visitTypeInsn(opcode, type);
        other();
    }

    @Override
    public void visitFieldInsn(int opcode, String fieldOwner, String name, String descriptor) {
        super.visitFieldInsn(opcode, fieldOwner, name, descriptor);
        other();
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        super.visitJumpInsn(opcode, label);
        other();
    }

    /** Whether that call registers an action with a {@code Cleaner}. */
    static boolean registers(String callee, String name) {
        return callee.equals("java/lang/ref/Cleaner") && name.equals("register");
    }

    /** Whether a lambda or method reference of that descriptor can be such an action. */
    static boolean makesAction(String descriptor) {
        return descriptor.endsWith(")Ljava/lang/Runnable;");
    }

    private void other() {
        loaded = 0;
        action = false;
    }
}
