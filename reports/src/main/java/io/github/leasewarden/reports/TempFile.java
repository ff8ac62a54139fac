package io.github.leasewarden.reports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file that is complete before it has a name. It is written beside its destination (mode 0600, never through an
 * existing file or link), forced to the disk, and only then given the final name in one step: whoever looks at that name
 * finds a whole file or none, also after {@code kill -9}.
 */
final class TempFile implements AutoCloseable {

    /** Writes the content; a lambda that may fail. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Path path;

    private TempFile(Path path) {
        this.path = path;
    }

    static TempFile write(Path path, Content content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(path, options, PrivateDirectory.mode(path.getFileSystem(), "rw-------"));
        try (channel) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new TempFile(path);
    }

    Path path() {
        return path;
    }

    long size() throws IOException {
        return Files.size(path);
    }

    /**
     * Gives it a name that nobody has yet. A move would silently replace the report of another JVM that shares the
     * directory and chose the same second and number; a hard link fails instead.
     *
     * @return false if the name is taken
     */
    boolean publishNew(Path name) throws IOException {
        try {
            Files.createLink(name, path);
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            if (Files.exists(name)) {
                return false;
            }
            move(name);
        }
        return true;
    }

    /** Gives it this name, in place of whatever has it. */
    void publishOver(Path name) throws IOException {
        move(name);
    }

    private void move(Path name) throws IOException {
        try {
            Files.move(path, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            throw new FileSystemException(name.toString(), null, "the file system cannot rename in one step");
        }
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
