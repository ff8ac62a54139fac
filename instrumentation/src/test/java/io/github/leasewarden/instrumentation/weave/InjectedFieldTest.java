package io.github.leasewarden.instrumentation.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectedFieldTest {
    /** No serialVersionUID on purpose: the default one is a hash of the class's members. */
    @SuppressWarnings("serial")
    public static class Plain implements Serializable, Comparable<Plain> {
        public int visible;
        protected List<String> hidden = new ArrayList<>();

        @Override
        public int compareTo(Plain other) {
            return Integer.compare(visible, other.visible);
        }
    }

    public record Pair(int left, int right) implements Serializable {}

    public interface Contract {
        void call();
    }

    public enum Choice {
        ONE
    }

    @ParameterizedTest
    @ValueSource(classes = {Plain.class, Pair.class, Choice.class})
    void nobodySeesTheFieldsThatDoesNotAskByName(Class<?> original) throws Exception {
        Class<?> grown = load(original, InjectedField.LEASE, InjectedField.REGISTRATIONS);
        assertThat(grown).isNotSameAs(original);
        assertThat(ObjectStreamClass.lookup(grown).getSerialVersionUID())
                .isEqualTo(ObjectStreamClass.lookup(original).getSerialVersionUID());
        assertThat(fields(grown.getFields())).isEqualTo(fields(original.getFields()));
        assertThat(grown.getInterfaces()).isEqualTo(original.getInterfaces());
        assertThat(methods(grown)).isEqualTo(methods(original));
        assertThat(grown.getModifiers()).isEqualTo(original.getModifiers());
    }

    /** Without what the coverage agent adds to the original while it is loaded. */
    private static Set<String> methods(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Method method : type.getDeclaredMethods()) {
            if (!method.getName().startsWith("$jacoco")) {
                names.add(method.getName() + method.getParameterCount());
            }
        }
        return names;
    }

    @Test
    void onlyTheFieldsAskedForAreAdded() throws Exception {
        assertThat(added(load(Plain.class, InjectedField.LEASE))).containsExactly("leasewarden$lease");
        assertThat(added(load(Plain.class, InjectedField.REGISTRATIONS))).containsExactly("leasewarden$registrations");
        assertThat(added(load(Plain.class, InjectedField.LEASE, InjectedField.REGISTRATIONS)))
                .containsExactlyInAnyOrder("leasewarden$lease", "leasewarden$registrations");
    }

    @Test
    void aFieldIsPrivateTransientAndSyntheticAndOnlyALeaseIsNotVolatile() throws Exception {
        Class<?> type = load(Plain.class, InjectedField.values());
        for (InjectedField injected : InjectedField.values()) {
            Field field = type.getDeclaredField(injected.fieldName());
            assertThat(field.isSynthetic()).isTrue();
            assertThat(field.getType()).isEqualTo(Object.class);
            assertThat(Modifier.isPrivate(field.getModifiers()) && Modifier.isTransient(field.getModifiers()))
                    .isTrue();
            assertThat(Modifier.isVolatile(field.getModifiers())).isEqualTo(injected != InjectedField.LEASE);
        }
    }

    /** The JVM refuses an interface with such a field, and the application would go down with it. */
    @Test
    void anInterfaceGetsNoField() throws Exception {
        byte[] file = ClassFiles.of(Contract.class);
        assertThat(InjectedField.addTo(file, EnumSet.allOf(InjectedField.class)))
                .isSameAs(file);
        assertThat(load(Contract.class, InjectedField.LEASE, InjectedField.REGISTRATIONS)
                        .getDeclaredFields())
                .isEmpty();
    }

    private static List<String> added(Class<?> type) {
        return fields(type.getDeclaredFields()).stream()
                .filter(name -> name.startsWith("leasewarden$"))
                .toList();
    }

    private static List<String> fields(Field[] fields) {
        List<String> names = new ArrayList<>();
        for (Field field : fields) {
            names.add(field.getName());
        }
        return names;
    }

    private static Class<?> load(Class<?> original, InjectedField... fields) throws Exception {
        byte[] file = InjectedField.addTo(ClassFiles.of(original), Set.of(fields));
        return Class.forName(original.getName(), true, new OneClassLoader(original, file));
    }

    private static final class OneClassLoader extends ClassLoader {
        private final String name;
        private final byte[] file;

        OneClassLoader(Class<?> original, byte[] file) {
            super(original.getClassLoader());
            this.name = original.getName();
            this.file = file;
        }

        @Override
        protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
            if (!wanted.equals(name)) {
                return super.loadClass(wanted, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : defineClass(name, file, 0, file.length);
        }
    }
}
