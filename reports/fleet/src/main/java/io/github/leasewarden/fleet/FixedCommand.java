package io.github.leasewarden.fleet;

import picocli.CommandLine.Command;

/** {@code fixed}: the sites that a version mended. */
@Command(
        name = "fixed",
        description =
                "Names the sites that a later version mended: it was watched for as long as the leak takes to show, and did not.",
        mixinStandardHelpOptions = true)
final class FixedCommand extends SiteQuery {
    FixedCommand(Console console) {
        super(console, "fixed");
    }
}
