package io.github.leasewarden.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each test may leave so many leases of a kind open, for example because a cache keeps them. More than that fails it. The budget nearest
 * to the test holds: its own, else its class's.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(LeakBudget.Several.class)
@ExtendWith(NoLeaksExtension.class)
public @interface LeakBudget {
    /** For example {@code neo4j-session}. */
    String kind();

    /** The most that may be open at the end of one test; 0 or more. */
    int max();

    /** More than one budget. */
    @Documented
    @Inherited
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(NoLeaksExtension.class)
    @interface Several {
        /** The budgets, each of another kind. */
        LeakBudget[] value();
    }
}
