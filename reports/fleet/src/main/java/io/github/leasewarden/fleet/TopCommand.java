package io.github.leasewarden.fleet;

import picocli.CommandLine.Command;

/** {@code top}: the sites that leak, those in most JVMs first. */
@Command(
        name = "top",
        description = "Names the sites that leak, those in most JVMs first.",
        mixinStandardHelpOptions = true)
final class TopCommand extends SiteQuery {
    TopCommand(Console console) {
        super(console, "top");
    }
}
