package io.github.leasewarden.core.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicReferenceArray;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Collects, class file by class file, which fields hold what, and how the code takes things out of them. One thread. */
final class CodeReader {
    /**
     * A declared field that can hold many things.
     *
     * @param owner internal name of its class
     * @param descriptor its erased type
     * @param signature its generic type, or the descriptor where it has none
     */
    record Holder(String owner, String name, String descriptor, String signature) {
        String key() {
            return owner + "." + name;
        }
    }

    private static final List<Class<?>> HOLDERS = List.of(
            Collection.class,
            Map.class,
            Iterator.class,
            Enumeration.class,
            Dictionary.class,
            SubmissionPublisher.class,
            AtomicReferenceArray.class);
    private static final Map<String, Boolean> OF_THE_JDK = new ConcurrentHashMap<>();

    private final List<Holder> holders = new ArrayList<>();
    private final Map<String, FieldUse> uses = new HashMap<>();
    private final Map<String, String> superclasses = new HashMap<>();
    private final Set<String> evicting = new HashSet<>();
    private final Weights weights = new Weights();
    private final Set<String> cleaningThemselves = new HashSet<>();
    private final CollectedLater later = new CollectedLater();
    private boolean complete = true;

    void read(byte[] classFile) {
        new ClassReader(classFile).accept(new Visitor(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** There are more classes than there is time for. */
    void leaveOthersUnread() {
        complete = false;
    }

    /** Whether all classes of the application were read, so that no other field holds anything. */
    boolean complete() {
        return complete;
    }

    List<Holder> holders() {
        return holders;
    }

    FieldUse use(String key) {
        return uses.computeIfAbsent(key, field -> new FieldUse());
    }

    /** Classes read that override {@code removeEldestEntry}. */
    Set<String> evicting() {
        return evicting;
    }

    Weights weights() {
        return weights;
    }

    void cleansItself(String internalName) {
        cleaningThemselves.add(internalName);
    }

    /** Classes read that register themselves with a {@code Cleaner} by an action that refers to them. */
    Set<String> cleaningThemselves() {
        return cleaningThemselves;
    }

    /** Whether instances are let go of only after a collection has found something gone. */
    boolean collectedLater(String internalName) {
        return later.includes(internalName, superclasses::get);
    }

    /** Whether there are subclasses: how many objects have such a field is not seen from its class then. */
    boolean extended(String internalName) {
        return superclasses.containsValue(internalName);
    }

    /** @param internalName of a class that was read, or not */
    @Nullable
    String superclass(String internalName) {
        return superclasses.get(internalName);
    }

    /** Things that hold things: the JDK's collections and maps, libraries' caches, thread locals, arrays of objects. */
    static boolean container(String descriptor) {
        return descriptor.startsWith("[L")
                || (descriptor.startsWith("Ljava/util/")
                        && OF_THE_JDK.computeIfAbsent(descriptor, CodeReader::holdsMany))
                || descriptor.startsWith("Ljava/lang/ThreadLocal")
                || descriptor.contains("/cache")
                || descriptor.startsWith("Lcom/google/common/collect/")
                || descriptor.startsWith("Lorg/apache/commons/collections");
    }

    /** Not a future, a lock or an identifier; the iterators of collections take things out of them. */
    private static boolean holdsMany(String descriptor) {
        String name = descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
        try {
            Class<?> type = Class.forName(name, false, ClassLoader.getPlatformClassLoader());
            return HOLDERS.stream().anyMatch(holder -> holder.isAssignableFrom(type));
        } catch (ClassNotFoundException | LinkageError notOfThisJdk) {
            return false;
        }
    }

    private final class Visitor extends ClassVisitor {
        private String owner = "";

        private Visitor() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            owner = name;
            if (superName != null) {
                superclasses.put(name, superName);
            }
            if (interfaces != null && List.of(interfaces).contains("java/lang/Runnable")) {
                later.runnable(name);
            }
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            if (descriptor.startsWith("L") || descriptor.startsWith("[L")) {
                holders.add(new Holder(owner, name, descriptor, signature == null ? descriptor : signature));
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if (name.equals("removeEldestEntry")) {
                evicting.add(owner);
            }
            if (name.equals("finalize") && descriptor.equals("()V")) {
                later.finalized(owner);
            }
            String method = owner + "." + name + descriptor;
            MethodVisitor use = new UseReader(CodeReader.this, owner, name, method);
            MethodVisitor numbers = new WeightReader(weights, method, use);
            MethodVisitor references = new ReferenceReader(later, owner, name, numbers);
            return new CleanerReader(CodeReader.this, owner, (access & Opcodes.ACC_STATIC) == 0, references);
        }
    }
}
