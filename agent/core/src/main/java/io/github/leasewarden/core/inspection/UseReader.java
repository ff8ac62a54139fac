package io.github.leasewarden.core.inspection;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Follows one method: a call on a collection is about the field that was loaded last, directly, through a local variable or through a view
 * such as {@code values()}. That is how compilers write it; code that is cleverer than that is not understood and says nothing.
 */
final class UseReader extends MethodVisitor {
    private static final Set<String> SIZE = Set.of("size", "mappingCount", "remainingCapacity");
    private static final Set<String> REMOVE = Set.of(
            "remove",
            "removeFirst",
            "removeLast",
            "poll",
            "pollFirst",
            "pollLast",
            "pollFirstEntry",
            "pollLastEntry",
            "pop",
            "removeAt",
            "removeRange");
    private static final Set<String> EMPTY =
            Set.of("clear", "removeIf", "removeAll", "retainAll", "drainTo", "removeAllElements");

    private final CodeReader reader;
    private final String owner;
    private final boolean constructor;
    private final String method;
    private final Map<Integer, String> locals = new HashMap<>();
    private @Nullable String field;
    private @Nullable String made;
    private boolean fresh;

    UseReader(CodeReader reader, String owner, String name, String method) {
        super(Opcodes.ASM9);
        this.reader = reader;
        this.owner = owner;
        this.constructor = name.startsWith("<");
        this.method = owner + "." + method;
    }

    @Override
    public void visitFieldInsn(int opcode, String fieldOwner, String name, String descriptor) {
        boolean get = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
        boolean container = CodeReader.container(descriptor);
        if (get && container) {
            field = fieldOwner + "." + name;
        } else if (container) {
            reader.use(fieldOwner + "." + name).assigned(made, constructor && fieldOwner.equals(owner));
        }
        made = get ? made : null;
        fresh = get && container;
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        if (opcode == Opcodes.ALOAD && locals.containsKey(variable)) {
            field = locals.get(variable);
            fresh = true;
            return;
        }
        if (opcode == Opcodes.ASTORE) {
            if (fresh && field != null) {
                locals.put(variable, field);
            } else {
                locals.remove(variable);
            }
        }
        fresh = false;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.NEW) {
            made = type;
        }
        fresh &= opcode == Opcodes.CHECKCAST;
    }

    @Override
    public void visitMethodInsn(int opcode, String callee, String name, String descriptor, boolean isInterface) {
        boolean library = callee.startsWith("java/util/")
                || callee.startsWith("java/lang/ThreadLocal")
                || CodeReader.container("L" + callee + ";");
        if (library && field != null && opcode != Opcodes.INVOKESTATIC) {
            called(callee, name);
        }
        boolean view = CodeReader.container(returned(descriptor));
        if (view && !library) {
            field = null; // somebody else's collection
        }
        if (view && opcode == Opcodes.INVOKESTATIC) {
            made = callee; // a factory
        }
        fresh = view && library;
    }

    private void called(String callee, String name) {
        FieldUse use = reader.use(String.valueOf(field));
        if (SIZE.contains(name)) {
            use.sized(method);
        } else if (EMPTY.contains(name)
                || (name.equals("remove")
                        && (callee.endsWith("Iterator") || callee.startsWith("java/lang/ThreadLocal")))) {
            use.emptied();
        } else if (REMOVE.contains(name)) {
            use.removedFrom(method);
        }
    }

    private static String returned(String descriptor) {
        return descriptor.substring(descriptor.indexOf(')') + 1);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        fresh = false;
    }

    @Override
    public void visitInsn(int opcode) {
        fresh = false;
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        fresh = false;
    }
}
