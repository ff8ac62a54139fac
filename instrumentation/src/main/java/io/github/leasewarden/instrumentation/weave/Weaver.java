package io.github.leasewarden.instrumentation.weave;

import io.github.leasewarden.instrumentation.weave.TypeIndex.Match;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches class loading and weaves the classes that rules are about.
 *
 * <p>Two transformers, because the JVM treats them differently: the first, retransformation-incapable, adds fields when a class is loaded
 * and its result is kept for ever; the second, capable, weaves advice and can be taken back. Byte Buddy and the rules are loaded
 * only when the first class of interest goes by. Thread-safe.
 */
public final class Weaver {
    private final Instrumentation instrumentation;
    private final TypeIndex index;
    private final Supplier<RuleBook> rules;
    private final RuleLedger ledger;
    private final ClassLoader own = Weaver.class.getClassLoader();
    private final String canary;
    private final ClassFileTransformer fields = new Fields();
    private final ClassFileTransformer advice = new AdviceInliner();
    private final ScanPlan scans = new ScanPlan();

    private volatile @Nullable Engine engine;
    private volatile boolean off;

    /** What needs Byte Buddy: made once, on first need. */
    private record Engine(RuleBook book, ClassWeaver weaver) {}

    /**
     * @param names see {@code RuleIndex.names}
     * @param rules called once, before the first class is woven
     * @param canary binary name of the one class of our own that is woven, to prove at start that weaving works
     */
    public Weaver(
            Instrumentation instrumentation,
            Set<String> names,
            Supplier<RuleBook> rules,
            RuleLedger ledger,
            String canary) {
        this.instrumentation = instrumentation;
        this.index = new TypeIndex(names, (type, root) -> scans.wanted(root));
        this.rules = rules;
        this.ledger = ledger;
        this.canary = canary.replace('.', '/');
    }

    /** Starts watching. Classes loaded before are woven too, without a field. */
    public void install() {
        instrumentation.addTransformer(fields, false);
        instrumentation.addTransformer(advice, true);
        weaveLoaded();
    }

    /** Weaves what is loaded already: at start, and again whenever a root of a subtype rule was loaded since. */
    private void weaveLoaded() {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() != own && index.matchLoaded(type) != null) {
                retransform(type);
            }
        }
    }

    /** Finds subtypes that were being loaded before their parents were known. To be called ten times a second by one agent thread. */
    public void scanForSubtypes() {
        if (!scans.due()) {
            return;
        }
        Engine known = engine();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (type.getClassLoader() == own) {
                continue;
            }
            Match match = index.matchLoaded(type);
            if (match != null
                    && !match.roots().isEmpty()
                    && !ledger.isWoven(
                            known.book().pointsFor(type.getName().replace('.', '/'), match.roots()), type.getName())) {
                retransform(type);
            }
        }
    }

    private void retransform(Class<?> type) {
        if (!instrumentation.isModifiableClass(type)) {
            return;
        }
        try {
            instrumentation.retransformClasses(type);
        } catch (UnmodifiableClassException | LinkageError | RuntimeException e) {
            ledger.failed(type.getName(), e);
        }
    }

    /** Takes all woven code back; the fields stay. Returns how many classes were restored. */
    public int uninstall() {
        off = true;
        instrumentation.removeTransformer(advice);
        Engine known = engine;
        if (known == null) {
            return 0;
        }
        Set<String> woven = ledger.wovenClasses(known.book().rules());
        int restored = 0;
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (woven.contains(type.getName()) && instrumentation.isModifiableClass(type)) {
                retransform(type);
                restored++;
            }
        }
        return restored;
    }

    /** Loads rules and Byte Buddy now, from the calling thread, so that no application thread has to. */
    public RuleBook warmUp() {
        return engine().book();
    }

    private Engine engine() {
        Engine known = engine;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (engine == null) {
                ByteBuddyStart.initialise();
                engine = new Engine(rules.get(), new ClassWeaver(ledger));
            }
            return engine;
        }
    }

    private @Nullable Match interesting(@Nullable ClassLoader loader, @Nullable String name, byte[] file) {
        if (name == null || (loader == own && !name.equals(canary))) {
            return null;
        }
        return index.match(name, file);
    }

    /**
     * Adds the fields. When somebody redefines a class, a debugger for instance, it gets those again that it has, also once we are off: the JVM
     * refuses a version with other fields.
     */
    private final class Fields implements ClassFileTransformer {
        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] file) {
            try {
                if (redefined != null) {
                    Set<InjectedField> present = InjectedField.of(redefined);
                    return present.isEmpty() ? null : InjectedField.addTo(file, present);
                }
                if (off) {
                    return null;
                }
                Match match = interesting(loader, name, file);
                if (match == null || name == null || match.inherited()) {
                    return null;
                }
                RuleBook book = engine().book();
                Set<InjectedField> needed = EnumSet.noneOf(InjectedField.class);
                if (book.isCarrier(name)) {
                    needed.add(InjectedField.LEASE);
                }
                for (WeavePoint point : book.pointsFor(name, match.roots())) {
                    InjectedField field = InjectedField.neededBy(point.hook());
                    if (field != null) {
                        needed.add(field);
                    }
                }
                return needed.isEmpty() ? null : InjectedField.addTo(file, needed);
            } catch (Throwable e) {
                ledger.failed(String.valueOf(name), e);
                return null;
            }
        }
    }

    /** Weaves the advice. */
    private final class AdviceInliner implements ClassFileTransformer {
        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] file) {
            try {
                Match match = interesting(loader, name, file);
                if (match == null || name == null) {
                    return null;
                }
                Engine known = engine();
                List<WeavePoint> points = known.book().pointsFor(name, match.roots());
                return points.isEmpty() ? null : known.weaver().weave(loader, name, file, points, match.inherited());
            } catch (Throwable e) {
                ledger.failed(String.valueOf(name), e);
                return null;
            }
        }
    }
}
