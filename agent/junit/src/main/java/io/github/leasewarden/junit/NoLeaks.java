package io.github.leasewarden.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that leave a lease open fail, with the line that opened it. On a class it is about all its tests and those of its nested classes,
 * and about what {@code @BeforeAll} opened and {@code @AfterAll} did not release. Not needed where extensions are detected
 * automatically ({@code junit.jupiter.extensions.autodetection.enabled=true}), except to allow something.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NoLeaksExtension.class)
public @interface NoLeaks {
    /**
     * What may be left open. Each entry is a kind ({@code listener}), a rule ({@code reactor.subscription}), or a place in the opening
     * stack: a class ({@code com.acme.Cache}), a method ({@code com.acme.Cache.load}) or a line ({@code Cache.java:12}). A
     * {@code *} at the end stands for anything; {@code "*"} alone allows everything. What classes around the test allow holds too.
     */
    String[] allow() default {};
}
