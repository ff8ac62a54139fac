package io.github.leasewarden.fleet;

import picocli.CommandLine.Command;

/** {@code new}: the sites that a version brought. */
@Command(
        name = "new",
        description =
                "Names the sites that leak since a version, where an earlier version was watched for long enough and did not.",
        mixinStandardHelpOptions = true)
final class NewCommand extends SiteQuery {
    NewCommand(Console console) {
        super(console, "new");
    }
}
