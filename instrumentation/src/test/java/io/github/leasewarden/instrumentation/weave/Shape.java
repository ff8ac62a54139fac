package io.github.leasewarden.instrumentation.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.utility.OpenedClassReader;

/** All of a class file that retransformation may not change. */
final class Shape {
    private Shape() {}

    static List<String> of(byte[] file) {
        List<String> shape = new ArrayList<>();
        OpenedClassReader.of(file)
                .accept(
                        new ClassVisitor(OpenedClassReader.ASM_API) {
                            @Override
                            public void visit(
                                    int version,
                                    int access,
                                    String name,
                                    String generic,
                                    String parent,
                                    String[] types) {
                                shape.add("class " + access + name + generic + parent + Arrays.toString(types));
                            }

                            @Override
                            public void visitNestHost(String host) {
                                shape.add("nest host " + host);
                            }

                            @Override
                            public FieldVisitor visitField(
                                    int access, String name, String type, String generic, Object value) {
                                shape.add("field " + access + name + type + generic + value);
                                return null;
                            }

                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String generic, String[] exceptions) {
                                shape.add("method " + access + name + type + generic + Arrays.toString(exceptions));
                                return null;
                            }
                        },
                        0);
        return shape;
    }
}
