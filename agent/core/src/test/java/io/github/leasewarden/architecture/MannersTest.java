package io.github.leasewarden.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.leasewarden.core.AgentMain;
import io.github.leasewarden.core.cli.Commands;
import io.github.leasewarden.thread.AgentThread;

/** What a guest in somebody else's JVM does not do. */
@AnalyzeClasses(packages = "io.github.leasewarden", importOptions = DoNotIncludeTests.class)
class MannersTest {
    private static final String PREMAIN = "io.github.leasewarden.premain..";
    private static final String COMMANDS = "io.github.leasewarden.core.cli..";

    /** Commands run in a JVM of their own: what they need costs a watched one nothing. */
    @ArchTest
    static final ArchRule the_agent_never_loads_its_commands = noClasses()
            .that()
            .resideOutsideOfPackage(COMMANDS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMANDS, "picocli..", "java.net.http..");

    /** The agent prints nothing to standard output: a pipe may read it. */
    @ArchTest
    static final ArchRule only_the_command_line_uses_standard_output =
            noClasses().that().doNotBelongToAnyOf(Commands.class).should().accessField(System.class, "out");

    /** AgentMain hands it to the log, which limits its rate; premain has nothing but it. */
    @ArchTest
    static final ArchRule everything_else_is_told_through_the_log = noClasses()
            .that()
            .doNotBelongToAnyOf(Commands.class, AgentMain.class)
            .and()
            .resideOutsideOfPackage(PREMAIN)
            .should()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule nobody_prints_stack_traces =
            noClasses().should().callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule only_the_command_line_ends_a_jvm =
            noClasses().that().doNotBelongToAnyOf(Commands.class).should().callMethod(System.class, "exit", int.class);

    /**
     * What an agent thread does through a library opens no lease. The self-test needs an ordinary thread.
     */
    @ArchTest
    static final ArchRule threads_of_ours_are_agent_threads = noClasses()
            .that()
            .doNotBelongToAnyOf(AgentThread.class)
            .and()
            .doNotHaveFullyQualifiedName("io.github.leasewarden.core.SelfTest")
            .should()
            .callCodeUnitWhere(target(name("<init>")).and(target(owner(name("java.lang.Thread")))));

    @ArchTest
    static final ArchRule no_hidden_thread_pools = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Timer");
}
