package io.github.leasewarden.core.inspection;

import io.github.leasewarden.core.sampling.Keeping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds, in the application's own class files, the fields declared to hold instances of a class, and whether the code limits them. A trend
 * cannot tell a leak from a cache that still fills; what the code does with the field often can.
 */
public final class Keepers {
    /** Whoever reads a report can look at so many fields. */
    private static final int MOST_CANDIDATES = 3;

    private static final Set<String> UNTELLING = Set.of(
            "java/lang/Object",
            "java/lang/Record",
            "java/lang/Enum",
            "java/lang/Comparable",
            "java/lang/constant/Constable",
            "java/io/Serializable",
            "java/lang/Cloneable",
            "java/lang/AutoCloseable");

    /** The abstract one may stand for a soft one. */
    private static final Set<String> SOFT = Set.of("java/lang/ref/SoftReference", "java/lang/ref/Reference");

    private final ApplicationCode application;

    public Keepers(ApplicationCode application) {
        this.application = application;
    }

    /**
     * One answer a class, whatever could be read.
     *
     * @param classes by name, each with the field that is known to hold its instances, {@code com.acme.Shop.orders}, or null
     */
    public Map<String, Keeping> of(Map<String, @Nullable String> classes) {
        Class<?>[] all = application.loaded();
        List<String> near = new ArrayList<>();
        classes.forEach((className, field) -> near.add(field == null ? className : field));
        CodeReader code = application.read(all, near);
        Map<String, Keeping> found = new HashMap<>();
        classes.forEach((className, field) -> {
            Keeping keeping = field == null ? keeping(className, all, code) : inField(className, field, code);
            boolean later = code.collectedLater(className.replace('.', '/'));
            found.put(className, later ? keeping.untilCollected() : keeping);
        });
        return found;
    }

    private static Keeping keeping(String className, Class<?>[] all, CodeReader code) {
        Set<String> names = names(className, all);
        return className.startsWith("java.") ? among(className, names, code) : declared(className, names, code);
    }

    /**
     * Of a class of the JDK, which many fields may hold: those that are declared to hold it, or made with such entries. If one of them limits what it
     * holds, that may be where the instances are; if there are many, or classes were left unread, nobody knows.
     */
    private static Keeping among(String className, Set<String> names, CodeReader code) {
        Set<String> owners = EntryClasses.owners(className);
        List<Keeping> candidates = new ArrayList<>();
        for (CodeReader.Holder field : code.holders()) {
            if (CodeReader.container(field.descriptor())
                    && (mentions(field.signature(), names)
                            || mentions(field.descriptor(), owners)
                            || madeAs(code.use(field.key()).made(), owners, code))) {
                candidates.add(keeping(className, field, code));
            }
        }
        if (candidates.isEmpty() || candidates.size() > MOST_CANDIDATES) {
            return Keeping.unknown(className);
        }
        Optional<Keeping> limited =
                candidates.stream().filter(keeping -> !keeping.withoutLimit()).findFirst();
        if (limited.isPresent() || !code.complete()) {
            return limited.orElse(Keeping.unknown(className));
        }
        String holders = candidates.stream().map(Keeping::holder).collect(Collectors.joining(" or "));
        return new Keeping(className, holders, true, null, FieldUse.UNKNOWN, false, false, null, false);
    }

    private static boolean madeAs(@Nullable String made, Set<String> owners, CodeReader code) {
        if (made == null) {
            return false;
        }
        String parent = code.superclass(made); // an anonymous class with a limit of its own, for instance
        return owners.contains(made) || (parent != null && owners.contains(parent));
    }

    private static Keeping inField(String className, String name, CodeReader code) {
        return code.holders().stream()
                .filter(field -> name(field).equals(name))
                .findFirst()
                .map(field -> keeping(className, field, code))
                .orElse(Keeping.unknown(className));
    }

    private static String name(CodeReader.Holder field) {
        return field.key().replace('/', '.');
    }

    private static Keeping keeping(String className, CodeReader.Holder field, CodeReader code) {
        FieldUse use = code.use(field.key());
        boolean many = CodeReader.container(field.descriptor());
        boolean directly = directly(className, field);
        boolean container = CodeReader.container("L" + className.replace('.', '/') + ";");
        @Nullable String limit = many ? limit(field, container, code) : null;
        return new Keeping(
                className,
                name(field),
                many,
                limit,
                directly && !code.extended(field.owner()) ? use.most() : FieldUse.UNKNOWN,
                many
                        && (use.takenOutByCondition()
                                || (!container && inside(field, code).takenOut())
                                || withItsOwner(field, code)),
                softly(field.signature(), code),
                directly ? entries(field, use, code) : null,
                !many && code.collectedLater(field.owner()));
    }

    /** @param container whether it is asked of collections: what limits those that are in the field does not limit how many there are of them */
    private static @Nullable String limit(CodeReader.Holder field, boolean container, CodeReader code) {
        boolean nested = nested(field) && !container;
        String own = code.use(field.key()).limit(field.descriptor(), nested, code.evicting(), code.weights());
        return own == null && !container
                ? inside(field, code).limit("Ljava/lang/Object;", false, Set.of(), code.weights())
                : own;
    }

    /** What is done with the collections that are its elements, the slots of a timer wheel for instance. */
    private static FieldUse inside(CodeReader.Holder field, CodeReader code) {
        return code.use(UseReader.elements(field.key()));
    }

    /** Objects with such a field are themselves in fields that let go of them on a condition, all of them. */
    private static boolean withItsOwner(CodeReader.Holder field, CodeReader code) {
        Set<String> owner = Set.of(field.owner());
        List<CodeReader.Holder> ways = code.holders().stream()
                .filter(way -> CodeReader.container(way.descriptor())
                        && !way.owner().equals(field.owner())
                        && mentions(way.signature(), owner))
                .toList();
        return !ways.isEmpty()
                && ways.stream().allMatch(way -> code.use(way.key()).takenOutByCondition());
    }

    /** Of what the field is made as, which may be an anonymous class with a limit of its own; or else of what it is declared as. */
    private static @Nullable String entries(CodeReader.Holder field, FieldUse use, CodeReader code) {
        String declared = field.descriptor().substring(1, field.descriptor().length() - 1);
        String made = use.made() == null ? declared : use.made();
        String parent = code.superclass(made);
        return EntryClasses.of(parent == null ? made : parent, declared);
    }

    /** Whether each instance is an entry of its own: {@code Deque<Order>}, but not {@code Map<String, List<Order>>}. */
    private static boolean directly(String className, CodeReader.Holder field) {
        return isEntry(className.replace('.', '/'), field.signature()) && !nested(field);
    }

    private static boolean nested(CodeReader.Holder field) {
        return field.signature().indexOf('<') != field.signature().lastIndexOf('<');
    }

    private static boolean isEntry(String internalName, String signature) {
        return signature.contains("L" + internalName + ";");
    }

    private static Keeping declared(String className, Set<String> names, CodeReader code) {
        String own = className.replace('.', '/');
        if (code.cleaningThemselves().contains(own)) {
            return Keeping.byItsCleaner(className);
        }
        @Nullable Keeping other = null;
        boolean several = false;
        for (CodeReader.Holder field : code.holders()) {
            if (field.owner().equals(own) || !mentions(field.signature(), names)) {
                continue;
            }
            Keeping keeping = keeping(className, field, code);
            if (keeping.withoutLimit()) {
                return keeping; // one way in without a way out is enough
            }
            several |= other != null;
            boolean mayNotLimit = keeping.limit() == null && keeping.byCondition();
            other = other == null || mayNotLimit || (keeping.many() && !other.byCondition()) ? keeping : other;
        }
        if (other == null) {
            return Keeping.unknown(className);
        }
        return several ? other.amongOthers() : other;
    }

    private static boolean mentions(String signature, Set<String> names) {
        return names.stream()
                .anyMatch(name -> signature.contains("L" + name + ";") || signature.contains("L" + name + "<"));
    }

    private static boolean softly(String signature, CodeReader code) {
        if (mentions(signature, SOFT)) {
            return true;
        }
        for (String part : signature.split("[L;<>*+-]", -1)) {
            String parent = code.superclass(part);
            if (parent != null && SOFT.contains(parent)) {
                return true;
            }
        }
        return false;
    }

    /** The class and whatever else a field that holds it may be declared as. */
    private static Set<String> names(String className, Class<?>[] all) {
        Set<String> names = new HashSet<>();
        names.add(className.replace('.', '/'));
        for (Class<?> type : all) {
            // a histogram leaves out the address in the name of a hidden class
            if (type.getName().equals(className) || type.getName().startsWith(className + "/")) {
                addSupertypes(type, names);
                break;
            }
        }
        names.removeAll(UNTELLING);
        return names;
    }

    private static void addSupertypes(@Nullable Class<?> type, Set<String> names) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            names.add(each.getName().replace('.', '/'));
            for (Class<?> parent : each.getInterfaces()) {
                addSupertypes(parent, names);
            }
        }
    }
}
