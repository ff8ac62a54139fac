package io.github.leasewarden.reports;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;

/**
 * A directory that is ours alone. Reports name classes, hosts and holders, and a service often runs as root: a directory
 * that someone else prepared, or a link that leads elsewhere, would make us write where that someone wants.
 */
public final class PrivateDirectory {
    private static final Owners REAL = new Owners() {};

    private final Path dir;
    private final Owners owners;

    /** The directory is neither looked at nor created before {@link #prepare()}. */
    public PrivateDirectory(Path dir) {
        this(dir, REAL);
    }

    PrivateDirectory(Path dir, Owners owners) {
        this.dir = dir;
        this.owners = owners;
    }

    /** Where it is, or will be. */
    public Path path() {
        return dir;
    }

    /**
     * Makes sure that it may be written to; creates it with mode 0700 if it does not exist. A directory of ours that
     * exists keeps its permissions: it may be {@code /tmp}.
     *
     * @return nothing if all is well, otherwise a sentence that says why not
     */
    public Optional<String> prepare() {
        try {
            if (!Files.exists(dir, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(dir, mode(dir.getFileSystem(), "rwx------"));
            }
            return refusal();
        } catch (IOException | SecurityException e) {
            return Optional.of(dir + " cannot be created: " + Reasons.of(e));
        }
    }

    /**
     * Puts a file there, readable by the owner only: whole or not at all, in place of whatever has the name.
     *
     * @param name a plain file name
     * @throws IOException if it cannot be written, or if this is no directory of ours
     */
    public void write(String name, byte[] content) throws IOException {
        Optional<String> refusal = prepare();
        if (refusal.isPresent()) {
            throw new IOException(refusal.get());
        }
        tidyUp(Clock.systemUTC());
        try (TempFile file = TempFile.write(dir.resolve(ReportNames.temp()), out -> out.write(content))) {
            file.publishOver(dir.resolve(name));
        }
    }

    /**
     * Whether this many more bytes would leave less than a tenth of the disk.
     *
     * @throws IOException if the directory does not exist or its disk does not tell
     */
    public boolean wouldCrowd(long moreBytes) throws IOException {
        return FreeSpace.REAL.usable(dir) - moreBytes < FreeSpace.REAL.total(dir) / 10;
    }

    /** Removes what killed processes left half-written, if it is a directory of ours. */
    void tidyUp(Clock clock) {
        try {
            if (refusal().isEmpty()) {
                LeftOvers.removeFrom(dir, clock);
            }
        } catch (IOException | RuntimeException triedAgainWithTheNextFile) {
            return;
        }
    }

    /** Why not to touch it; nothing if it is a real directory of ours. Creates nothing. */
    Optional<String> refusal() {
        if (Files.isSymbolicLink(dir)) {
            return Optional.of(dir + " is a symbolic link; reports are written to real directories only");
        }
        if (!Files.isDirectory(dir, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(dir + " is not a directory");
        }
        try {
            return owners.of(dir).equals(owners.ourselves())
                    ? Optional.empty()
                    : Optional.of(
                            dir + " belongs to " + owners.of(dir).getName() + ", not to the user of this process");
        } catch (UnsupportedOperationException noOwners) {
            return Optional.empty();
        } catch (IOException | SecurityException e) {
            return Optional.of(dir + " has an owner that cannot be determined: " + Reasons.of(e));
        }
    }

    /** The permissions as creation attributes, or none where the file system has no such thing. */
    static FileAttribute<?>[] mode(FileSystem fileSystem, String permissions) {
        return fileSystem.supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
