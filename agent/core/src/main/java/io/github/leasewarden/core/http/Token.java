package io.github.leasewarden.core.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The secret that clients present as {@code Authorization: Bearer …}. Read once, from a file: arguments and environments are visible. */
public final class Token {
    private static final int LEAST_LENGTH = 16;
    private static final int MOST_BYTES = 4096;
    private static final String SCHEME = "bearer ";

    private final byte[] secret;

    private Token(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Reads the file; white space around the token does not count.
     *
     * @param tell told if others may read the file
     * @throws IOException if there is no usable token in it; the message never holds its content
     */
    public static Token read(Path file, Consumer<String> tell) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is larger than " + MOST_BYTES + " bytes");
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).trim();
        if (text.length() < LEAST_LENGTH || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IOException(file + " must hold one token of at least " + LEAST_LENGTH
                    + " printable characters without white space");
        }
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            // Kubernetes mounts a secret that is another's and read-only: we read it through the group, and could not
            // change its mode
            boolean groupToo = rights.contains(PosixFilePermission.GROUP_READ) && Files.isWritable(file);
            if (rights.contains(PosixFilePermission.OTHERS_READ) || groupToo) {
                tell.accept("others can read the HTTP token in " + file + "; chmod 600 it");
            }
        } catch (UnsupportedOperationException e) {
            tell.accept("this file system does not tell who can read the HTTP token in " + file);
        }
        return new Token(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether the header presents the token. Takes the same time wherever the first difference is. */
    boolean isIn(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        secret, authorization.substring(SCHEME.length()).trim().getBytes(StandardCharsets.ISO_8859_1));
    }
}
