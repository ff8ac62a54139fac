package io.github.leasewarden.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way: hooks ← instrumentation ← core → export → reports. */
@AnalyzeClasses(packages = "io.github.leasewarden", importOptions = DoNotIncludeTests.class)
class ArrowsTest {
    private static final String HOOKS = "io.github.leasewarden.hooks..";
    private static final String INSTRUMENTATION = "io.github.leasewarden.instrumentation..";
    private static final String ADVICE = "io.github.leasewarden.instrumentation.advice..";
    private static final String REPORTS = "io.github.leasewarden.reports..";
    private static final String EXPORT = "io.github.leasewarden.export..";
    private static final String THREAD = "io.github.leasewarden.thread..";
    private static final String CORE = "io.github.leasewarden.core..";
    private static final String PREMAIN = "io.github.leasewarden.premain..";

    @ArchTest
    static final ArchRule hooks_depend_on_the_jdk_only = classes()
            .that()
            .resideInAPackage(HOOKS)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(HOOKS, "java.lang..", "java.util.."));

    @ArchTest
    static final ArchRule instrumentation_knows_hooks_only = noClasses()
            .that()
            .resideInAPackage(INSTRUMENTATION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CORE, EXPORT, THREAD, REPORTS, PREMAIN);

    @ArchTest
    static final ArchRule reports_know_none_of_ours = noClasses()
            .that()
            .resideInAPackage(REPORTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HOOKS, INSTRUMENTATION, CORE, EXPORT, THREAD, PREMAIN);

    /** Advice is inlined into other people's classes: whatever it mentions must be visible there. */
    @ArchTest
    static final ArchRule advice_mentions_jdk_types_and_hooks_only = classes()
            .that()
            .resideInAPackage(ADVICE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ADVICE, HOOKS, "java.lang..", "java.time", "java.util")
                    .or(describe("Byte Buddy's Advice annotations and their values", ArrowsTest::annotates)));

    /** It lives on the application's class path, where nothing of ours may be found by accident. */
    @ArchTest
    static final ArchRule premain_depends_on_the_jdk_only = classes()
            .that()
            .resideInAPackage(PREMAIN)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PREMAIN, "java.."));

    @ArchTest
    static final ArchRule nothing_depends_on_premain = noClasses()
            .that()
            .resideOutsideOfPackage(PREMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PREMAIN);

    /** Who does without the HTTP API pays nothing for it, not even a class that is loaded to verify another. */
    @ArchTest
    static final ArchRule nothing_needs_http = noClasses()
            .that()
            .resideOutsideOfPackages("io.github.leasewarden.core.http..", "io.github.leasewarden.core.snapshot..")
            .and()
            .haveNameNotMatching("io\\.github\\.leasewarden\\.core\\.(HttpStart|LazyMetrics)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.leasewarden.core.http..", "io.github.leasewarden.core.snapshot..", "org.microhttp..");

    /** What a jar of its own is compiled against, see {@code otlp.jar}: records, and nothing that changes while it reads. */
    @ArchTest
    static final ArchRule the_boundary_of_exporters_is_made_of_records = classes()
            .that()
            .resideInAnyPackage(EXPORT, "io.github.leasewarden.core.export..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    EXPORT,
                    THREAD,
                    "io.github.leasewarden.core.export..",
                    REPORTS,
                    "io.prometheus.metrics.model.snapshots..",
                    "org.jspecify..",
                    "java..",
                    "javax.net.ssl.."));

    @ArchTest
    static final ArchRule the_agent_does_not_know_who_exports = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.opentelemetry..", "io.github.leasewarden.otlp..");

    /** Detectors are pure functions of samples. */
    @ArchTest
    static final ArchRule detectors_look_at_nothing_but_samples = noClasses()
            .that()
            .resideInAPackage("io.github.leasewarden.core.detection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HOOKS, INSTRUMENTATION, REPORTS, "java.lang.management..", "jdk.jfr..");

    private static boolean annotates(JavaClass type) {
        return type.getName().startsWith("net.bytebuddy.asm.Advice$")
                || type.getName().equals("net.bytebuddy.implementation.bytecode.assign.Assigner$Typing");
    }
}
