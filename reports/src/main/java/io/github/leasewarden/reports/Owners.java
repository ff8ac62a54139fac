package io.github.leasewarden.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/** Whom files belong to. An interface, because a test cannot become someone else. */
interface Owners {

    /** Linux shows every process as a directory of its effective user. */
    Path SELF = Path.of("/proc/self");

    /**
     * The owner of the file itself, not of a link's target.
     *
     * @throws UnsupportedOperationException if the file system knows no owners
     */
    default UserPrincipal of(Path file) throws IOException {
        return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Who we are, asked of the file system: {@code user.name} is {@code ?} in a container whose user has no name.
     */
    default UserPrincipal ourselves() throws IOException {
        if (Files.isDirectory(SELF)) {
            return Files.getOwner(SELF);
        }
        Path probe = Files.createTempFile("leasewarden", ".owner");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }
}
