package io.github.leasewarden.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names of nodes: hashes of what identifies them. They stay short whatever an observed program calls its classes, and an index of Neo4j takes no key
 * of more than 8 KB.
 */
final class Keys {
    /** 80 bits: among 100 million nodes two share a name by chance in 1 of 200 million graphs. */
    private static final int HEX_DIGITS = 20;

    private Keys() {}

    static String of(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            // keeps ("ab", "c") and ("a", "bc") apart
            digest.update((byte) 0);
        }
        return hex(digest);
    }

    static String ofContent(String fleet, byte[] content) {
        MessageDigest digest = sha256();
        digest.update(fleet.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(content);
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
