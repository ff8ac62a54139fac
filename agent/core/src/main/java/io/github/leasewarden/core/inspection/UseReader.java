package io.github.leasewarden.core.inspection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Follows one method: a call on a collection is about the field that was loaded last, directly, through a local variable or through a view
 * such as {@code values()}. That is how compilers write it; code that is cleverer than that is not understood and says nothing.
 */
final class UseReader extends MethodVisitor {
    private final CodeReader reader;
    private final String owner;
    private final boolean constructor;
    private final boolean ending;
    private final String method;
    private final Map<Integer, String> locals = new HashMap<>();
    private @Nullable String field;
    private @Nullable String made;
    private boolean fresh;
    /** What the last iterator goes through that was made for the statement. */
    private @Nullable FieldUse iterated;
    /** Where in the method something was taken from the head of what, and where its labels are. */
    private final Map<Integer, FieldUse> heads = new HashMap<>();

    private final Map<Label, Integer> labels = new HashMap<>();
    private int instructions;
    /** The last instruction took an element of the field. */
    private boolean element;
    /** The field whose size was read by the last instruction or the one before. */
    private @Nullable FieldUse sized;
    /** The constant that was loaded to compare it with. */
    private long number = FieldUse.UNKNOWN;

    UseReader(CodeReader reader, String owner, String name, String method) {
        super(Opcodes.ASM9);
        this.reader = reader;
        this.owner = owner;
        this.constructor = name.startsWith("<");
        this.ending = CallNames.ENDINGS.contains(name);
        this.method = method;
    }

    @Override
    public void visitFieldInsn(int opcode, String fieldOwner, String name, String descriptor) {
        sizeUsed();
        element = false;
        boolean get = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
        boolean container = CodeReader.container(descriptor);
        if (get && container) {
            field = fieldOwner + "." + name;
        } else if (container) {
            boolean first = ending || (constructor && fieldOwner.equals(owner));
            String key = fieldOwner + "." + name;
            if (fresh && copyOf(key).equals(field) && !first) {
                reader.use(key).replacedByCopy(reader.use(copyOf(key)), method);
            } else {
                reader.use(key).assigned(made, first ? null : method);
            }
        }
        made = get ? made : null;
        fresh = get && container;
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        sizeUsed();
        element = false;
        if (opcode == Opcodes.ALOAD && locals.containsKey(variable)) {
            field = locals.get(variable);
            fresh = true;
            return;
        }
        if (opcode == Opcodes.ASTORE) {
            iterated = null;
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
        if (opcode == Opcodes.CHECKCAST && element && CodeReader.container("L" + type + ";")) {
            field = elements(String.valueOf(field));
            fresh = true;
        }
        element = false;
        if (opcode == Opcodes.NEW) {
            made = type;
        }
        fresh &= opcode == Opcodes.CHECKCAST;
    }

    @Override
    public void visitMethodInsn(int opcode, String callee, String name, String descriptor, boolean isInterface) {
        sizeUsed(FieldUse.NOT_COMPARED);
        instructions++;
        boolean library = callee.startsWith("java/util/")
                || callee.startsWith("java/lang/ThreadLocal")
                || CodeReader.container("L" + callee + ";");
        if (library && field != null && !ending && opcode != Opcodes.INVOKESTATIC) {
            called(callee, name);
        }
        element = library && field != null && CallNames.ELEMENT.contains(name);
        if (library && field != null && descriptor.equals("()Ljava/util/Iterator;")) {
            iterated = reader.use(field);
        } else if (!library && iterated != null && descriptor.contains("Ljava/util/Iterator;")) {
            iterated.sifted(); // by somebody else, who chooses
            iterated = null;
        }
        boolean view = CodeReader.container(returned(descriptor));
        if (view && !library) {
            field = null; // somebody else's collection
        }
        if (view && opcode == Opcodes.INVOKESTATIC && !(made != null && wraps(callee, name))) {
            made = callee; // a factory
        }
        String source = fresh ? field : null;
        if (source != null && library && copies(callee, name, descriptor)) {
            field = copyOf(source);
            fresh = true;
        } else {
            fresh = view && library;
        }
    }

    /** What is made by it behaves as what was made before. */
    private static boolean wraps(String callee, String name) {
        return callee.equals("java/util/Collections")
                && (name.startsWith("synchronized")
                        || name.startsWith("unmodifiable")
                        || name.startsWith("checked")
                        || name.equals("newSetFromMap"));
    }

    private static boolean copies(String callee, String name, String descriptor) {
        boolean makes = name.equals("copyOf") || (name.equals("<init>") && CodeReader.container("L" + callee + ";"));
        return makes
                && Arrays.stream(Type.getArgumentTypes(descriptor))
                        .anyMatch(argument -> CodeReader.container(argument.getDescriptor()));
    }

    /** What a method does with a copy of a field's content goes by this name: it is about the field only if the copy takes its place. */
    private String copyOf(String key) {
        return key.startsWith(method) ? key : method + " " + key;
    }

    /** What is done with the collections that are the field's elements goes by this name. */
    static String elements(String key) {
        return key + "[]";
    }

    private void called(String callee, String name) {
        FieldUse use = reader.use(String.valueOf(field));
        if (CallNames.SIZE.contains(name)) {
            sized = use;
        } else if (name.equals("remainingCapacity")) {
            use.sized(method, FieldUse.UNKNOWN);
        } else if (CallNames.LOOK.contains(name)) {
            use.lookedAt(method);
        } else if (CallNames.EMPTY.contains(name)
                || (name.equals("remove") && callee.startsWith("java/lang/ThreadLocal"))) {
            use.emptied();
        } else if (CallNames.SIFT.contains(name)) {
            use.sifted();
        } else if (name.equals("remove") && callee.endsWith("Iterator")) {
            use.sifted();
            use.removedFrom(method);
        } else if (CallNames.REMOVE.contains(name)) {
            use.removedFrom(method);
            if (!name.equals("remove")) {
                heads.put(instructions, use);
            }
        } else if (CallNames.ADD.contains(name)) {
            use.addedTo(method);
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
        if (opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5) {
            compareWith(opcode - Opcodes.ICONST_0);
        } else if (opcode != Opcodes.LCMP) {
            sizeUsed();
        }
        fresh = false;
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        compareWith(opcode == Opcodes.NEWARRAY ? FieldUse.UNKNOWN : operand);
    }

    @Override
    public void visitLdcInsn(Object value) {
        compareWith(
                value instanceof Integer || value instanceof Long ? ((Number) value).longValue() : FieldUse.UNKNOWN);
    }

    private void compareWith(long constant) {
        if (sized != null && number == FieldUse.UNKNOWN && constant >= 0) {
            number = constant;
        } else {
            sizeUsed();
        }
    }

    @Override
    public void visitLabel(Label label) {
        labels.put(label, instructions);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        Integer back = labels.get(label);
        if (back != null) {
            heads.forEach((where, use) -> {
                if (where > back) {
                    use.headsTaken();
                }
            });
        }
        boolean withNought = opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE && number == FieldUse.UNKNOWN;
        if (withNought || number == 0 || number == 1) {
            sized = null; // whether there is anything at all: that limits nothing
        } else if (sized != null) {
            sized.sized(method, number);
            sized = null;
        }
        number = FieldUse.UNKNOWN;
        fresh = false;
    }

    /** Probably compared with something that is no constant. */
    private void sizeUsed() {
        sizeUsed(FieldUse.UNKNOWN);
    }

    private void sizeUsed(long how) {
        if (sized != null) {
            sized.sized(method, how);
            sized = null;
        }
        number = FieldUse.UNKNOWN;
    }
}
