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
    private static final Set<String> SIZE = Set.of("size", "mappingCount");
    private static final Set<String> LOOK = Set.of(
            "peek",
            "peekFirst",
            "peekLast",
            "element",
            "getFirst",
            "getLast",
            "first",
            "last",
            "firstKey",
            "lastKey",
            "firstEntry",
            "lastEntry",
            "firstElement");
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
            "removeElementAt",
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
    /** The field whose size was read by the last instruction or the one before. */
    private @Nullable FieldUse sized;
    /** Whether nought or one was loaded to compare it with. */
    private boolean withHardlyAny;

    UseReader(CodeReader reader, String owner, String name, String method) {
        super(Opcodes.ASM9);
        this.reader = reader;
        this.owner = owner;
        this.constructor = name.startsWith("<");
        this.method = owner + "." + method;
    }

    @Override
    public void visitFieldInsn(int opcode, String fieldOwner, String name, String descriptor) {
        sizeUsed();
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
        sizeUsed();
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
        sizeUsed();
        if (opcode == Opcodes.NEW) {
            made = type;
        }
        fresh &= opcode == Opcodes.CHECKCAST;
    }

    @Override
    public void visitMethodInsn(int opcode, String callee, String name, String descriptor, boolean isInterface) {
        sizeUsed();
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
            sized = use;
        } else if (name.equals("remainingCapacity")) {
            use.sized(method);
        } else if (LOOK.contains(name)) {
            use.lookedAt(method);
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
        sizeUsed();
        fresh = false;
    }

    @Override
    public void visitInsn(int opcode) {
        boolean hardlyAny = opcode == Opcodes.ICONST_0 || opcode == Opcodes.ICONST_1;
        if (!hardlyAny) {
            sizeUsed();
        }
        withHardlyAny = sized != null && hardlyAny;
        fresh = false;
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        sizeUsed();
    }

    @Override
    public void visitLdcInsn(Object value) {
        sizeUsed();
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        boolean withNought = opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE;
        if (withNought || withHardlyAny) {
            sized = null; // whether there is anything at all: that limits nothing
        }
        sizeUsed();
        fresh = false;
    }

    private void sizeUsed() {
        if (sized != null) {
            sized.sized(method);
            sized = null;
        }
        withHardlyAny = false;
    }
}
