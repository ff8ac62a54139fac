package io.github.leasewarden.apps.kubernetes;

import io.github.leasewarden.apps.harness.AppUnderAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** What the kubelet would make of the manifest, in a directory: volumes with their owners, and a user that may write to one of them only. */
final class Pod {
    private static final Pattern PATH = Pattern.compile("(^|[:=])/(leasewarden|var/leasewarden|etc/leasewarden)");
    private static final String TOKEN = "a-token-of-more-than-sixteen-letters";

    private final Path root;
    private final long user;

    /** @param root a directory that is there for the test alone */
    Pod(Path root, Manifest manifest) throws IOException {
        requireRootAndSetpriv();
        var security = manifest.deployment().getSpec().getTemplate().getSpec().getSecurityContext();
        this.root = Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        this.user = security.getRunAsUser();
        int group = security.getFsGroup().intValue();
        directory("leasewarden", group, "rwxrwxrwx");
        directory("var/leasewarden", group, "rwxrwxrwx");
        directory("tmp", group, "r-xr-xr-x");
        directory("image", group, "r-xr-xr-x");
        directory("etc/leasewarden", group, "r-xr-xr-x");
        Path token = Files.writeString(root.resolve("etc/leasewarden/token"), TOKEN);
        Files.setAttribute(token, "unix:gid", group);
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("r--r-----"));
        copy(AppUnderAgent.agentJar());
    }

    private static void requireRootAndSetpriv() {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!root || !Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            String message = "SKIPPED: running as another user needs root and setpriv (Debian's util-linux)";
            System.err.println(message);
            Assumptions.abort(message);
        }
    }

    private void directory(String name, int group, String permissions) throws IOException {
        Path directory = Files.createDirectories(root.resolve(name));
        Files.setAttribute(directory, "unix:gid", group);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
    }

    /** Puts a file into what stands for an image. */
    Path copy(Path file) throws IOException {
        Path copy = Files.copy(file, root.resolve("image").resolve(file.getFileName()));
        return Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r--r--r--"));
    }

    Path path(String inPod) {
        return root.resolve(inPod.substring(1));
    }

    String token() {
        return TOKEN;
    }

    long user() {
        return user;
    }

    /** The same text with the pod's paths below {@code root}. */
    String here(String text) {
        return PATH.matcher(text).replaceAll("$1" + root + "/$2");
    }

    /** The command as the pod's user, without any capability. */
    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(List.of(launcher()));
        all.addAll(command);
        return all;
    }

    String[] launcher() {
        return new String[] {
            "setpriv",
            "--reuid=" + user,
            "--regid=" + user,
            "--clear-groups",
            "--no-new-privs",
            "--inh-caps=-all",
            "--bounding-set=-all",
            "--"
        };
    }
}
