package io.github.leasewarden.instrumentation.weave;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The few facts of a class file that subtype rules need, read without loading or linking anything (JVMS §4.1).
 *
 * @param isInterface whether it is an interface
 * @param superName internal name of the superclass, or null for Object and modules
 * @param interfaces internal names of the direct superinterfaces
 */
record ClassHeader(boolean isInterface, @Nullable String superName, List<String> interfaces) {
    private static final int ACC_INTERFACE = 0x0200;

    /**
     * Reads a class file's header.
     *
     * @throws ArrayIndexOutOfBoundsException if the class file is cut short
     */
    static ClassHeader read(byte[] file) {
        int entries = u2(file, 8);
        int[] offsets = new int[entries];
        int at = 10;
        for (int i = 1; i < entries; i++) {
            offsets[i] = at;
            int tag = file[at];
            switch (tag) {
                case 1: // Utf8
                    at += 3 + u2(file, at + 1);
                    break;
                case 5: // Long
                case 6: // Double
                    at += 9;
                    i++; // takes two entries
                    break;
                case 7: // Class
                case 8: // String
                case 16: // MethodType
                case 19: // Module
                case 20: // Package
                    at += 3;
                    break;
                case 15: // MethodHandle
                    at += 4;
                    break;
                default: // references, Integer, Float, NameAndType, Dynamic
                    at += 5;
                    break;
            }
        }
        int access = u2(file, at);
        int superIndex = u2(file, at + 4);
        int count = u2(file, at + 6);
        List<String> interfaces = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            interfaces.add(className(file, offsets, u2(file, at + 8 + 2 * i)));
        }
        return new ClassHeader(
                (access & ACC_INTERFACE) != 0,
                superIndex == 0 ? null : className(file, offsets, superIndex),
                interfaces);
    }

    private static String className(byte[] file, int[] offsets, int index) {
        int utf8 = offsets[u2(file, offsets[index] + 1)];
        return new String(file, utf8 + 3, u2(file, utf8 + 1), StandardCharsets.UTF_8);
    }

    private static int u2(byte[] file, int at) {
        return (file[at] & 0xff) << 8 | (file[at + 1] & 0xff);
    }
}
