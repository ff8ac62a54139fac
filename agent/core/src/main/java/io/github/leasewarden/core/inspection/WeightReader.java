package io.github.leasewarden.core.inspection;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Finds in one method what {@link Weights} are about: {@code if (bytes > most) … bytes -= tile.length}, and {@code bytes += tile.length}. */
final class WeightReader extends MethodVisitor {
    private final Weights weights;
    private final String method;
    /** Numbers that were loaded from fields for the expression that is being computed. */
    private final Set<String> loaded = new HashSet<>();

    private final Set<String> compared = new HashSet<>();
    /** The last arithmetic of the expression, for ints: IADD, ISUB, or 0 if there was none. */
    private int arithmetic;
    /** It has a 0 or a 1 in it: whether there is anything at all limits nothing. */
    private boolean little;
    /** It ends with a comparison of longs. */
    private boolean longs;

    WeightReader(Weights weights, String method, MethodVisitor next) {
        super(Opcodes.ASM9, next);
        this.weights = weights;
        this.method = method;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        super.visitFieldInsn(opcode, owner, name, descriptor);
        boolean number = descriptor.equals("I") || descriptor.equals("J");
        String key = owner + "." + name;
        if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
            if (loaded.contains(key) && arithmetic == Opcodes.IADD) {
                weights.raised(key, method);
            } else if (loaded.contains(key) && arithmetic == Opcodes.ISUB && compared.contains(key)) {
                weights.lowered(key, method);
            }
            ended();
        } else if (number) {
            loaded.add(key);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        super.visitInsn(opcode);
        switch (opcode) {
            case Opcodes.IADD, Opcodes.LADD -> arithmetic = Opcodes.IADD;
            case Opcodes.ISUB, Opcodes.LSUB -> arithmetic = Opcodes.ISUB;
            case Opcodes.ICONST_0, Opcodes.ICONST_1, Opcodes.LCONST_0, Opcodes.LCONST_1 -> little = true;
            case Opcodes.LCMP -> longs = true;
            default -> {}
        }
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        super.visitVarInsn(opcode, variable);
        if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
            ended();
        }
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        super.visitJumpInsn(opcode, label);
        boolean ints = opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE;
        if ((ints || longs) && !little) {
            compared.addAll(loaded);
        }
        ended();
    }

    private void ended() {
        loaded.clear();
        arithmetic = 0;
        little = false;
        longs = false;
    }
}
