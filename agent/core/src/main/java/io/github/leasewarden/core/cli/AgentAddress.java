package io.github.leasewarden.core.cli;

import io.github.leasewarden.reports.Trouble;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a running agent's API is: a URL, or the report directory, which knows the port. */
final class AgentAddress {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The agent's HTTP API, for example http://127.0.0.1:8790.")
    private @Nullable URI url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Holds the token, if the agent has an http.token-file.")
    private @Nullable Path tokenFile;

    @Mixin
    private ReportDirectory directory = new ReportDirectory();

    ReportDirectory directory() {
        return directory;
    }

    /** @throws CommandFailed if neither a URL was given nor the directory knows a port */
    AgentApi api() {
        AgentApi api = apiOrNull();
        if (api == null) {
            throw new CommandFailed(
                    "there is no " + portFile() + ": no agent with an HTTP API runs with this report.dir."
                            + " Start it with http.port=0, or say --url");
        }
        return api;
    }

    /** Null if no URL was given and the directory knows no port. */
    @Nullable
    AgentApi apiOrNull() {
        URI address = url == null ? fromPortFile() : url;
        if (address == null) {
            return null;
        }
        if (address.getHost() == null || !"http".equals(address.getScheme())) {
            throw new CommandFailed("--url " + address + " is not like http://127.0.0.1:8790");
        }
        return new AgentApi(address, token());
    }

    private Path portFile() {
        return directory.dir().resolve("http.port");
    }

    private @Nullable URI fromPortFile() {
        try {
            String port =
                    Files.readString(portFile(), StandardCharsets.US_ASCII).strip();
            if (!port.matches("\\d{1,5}")) {
                throw new CommandFailed(portFile() + " holds no port");
            }
            return URI.create("http://127.0.0.1:" + port);
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException e) {
            throw new CommandFailed("cannot read " + portFile() + ": " + Trouble.of(e), e);
        }
    }

    private @Nullable String token() {
        Path file = tokenFile;
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new CommandFailed("cannot read --token-file: " + Trouble.of(e), e);
        }
    }
}
