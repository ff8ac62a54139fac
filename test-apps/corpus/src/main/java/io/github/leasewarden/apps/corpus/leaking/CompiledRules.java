package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Discount rules are compiled to hidden classes and kept by their text; but each text has the number of the cart in it. */
public final class CompiledRules implements Program {
    private static final Map<String, Check> COMPILED = new ConcurrentHashMap<>();
    private final byte[] code;
    private int granted;

    /** What a rule can do. */
    public interface Check {
        /** @param amount of the cart */
        boolean applies(int amount);
    }

    /** What a rule becomes; defined anew for each text. */
    public static final class Rule implements Check {
        private static final int[] STEPS = new int[9_000];

        @Override
        public boolean applies(int amount) {
            return STEPS[amount % STEPS.length]++ > 0;
        }
    }

    public CompiledRules() {
        try (InputStream in = CompiledRules.class.getResourceAsStream("CompiledRules$Rule.class")) {
            code = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % 4 == 0) {
            String text = "amount > 100 && cart == " + moment.tick();
            if (COMPILED.computeIfAbsent(text, this::compile).applies(moment.tick())) {
                granted++;
            }
        }
    }

    private Check compile(String text) {
        try {
            return (Check) MethodHandles.lookup()
                    .defineHiddenClass(code, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Override
    public String toString() {
        return granted + " granted";
    }
}
