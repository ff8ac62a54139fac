package io.github.leasewarden.otlp;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The exporter sees the agent's boundary and its records, never its live state. */
@AnalyzeClasses(packages = "io.github.leasewarden.otlp", importOptions = DoNotIncludeTests.class)
class ArrowsTest {
    @ArchTest
    static final ArchRule it_knows_the_boundary_the_records_and_the_sdk = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.github.leasewarden.otlp..",
                    "io.github.leasewarden.export..",
                    "io.github.leasewarden.thread..",
                    "io.github.leasewarden.reports..",
                    "io.prometheus.metrics.model.snapshots..",
                    "io.opentelemetry..",
                    "org.jspecify..",
                    "java..",
                    "javax.net.ssl.."));

    /** It belongs to whoever else uses OpenTelemetry in this JVM. */
    @ArchTest
    static final ArchRule nothing_is_global = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.opentelemetry.api.GlobalOpenTelemetry");

    @ArchTest
    static final ArchRule the_applications_logging_is_not_ours = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.logging.Logger")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
