package io.github.leasewarden.apps.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.leasewarden.apps.harness.AppUnderAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instructions of the init image's Dockerfile that can be tried without a container engine.
 *
 * @param source what is copied into the image, in the folder that the file's first lines name as the build's context
 * @param copied where it is in the image
 * @param entrypoint the command, word by word
 */
record Dockerfile(Path source, String copied, List<String> entrypoint) {
    private static final Pattern COPY = Pattern.compile("(?m)^COPY (?:--\\S+ )*(\\S+) (\\S+)$");
    private static final Pattern ENTRYPOINT = Pattern.compile("(?m)^ENTRYPOINT (\\[.+])$");

    static Dockerfile read() throws IOException {
        String text = Files.readString(Manifest.folder().resolve("Dockerfile"));
        Matcher copy = find(COPY, text);
        return new Dockerfile(
                AppUnderAgent.agentJar().resolveSibling(copy.group(1)),
                copy.group(2),
                List.of(new ObjectMapper().readValue(find(ENTRYPOINT, text).group(1), String[].class)));
    }

    private static Matcher find(Pattern instruction, String text) {
        Matcher found = instruction.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + instruction + " in the Dockerfile");
        }
        return found;
    }
}
