package io.github.leasewarden.core.detection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A stable name for a suspect that has no site. */
final class Fingerprint {
    private Fingerprint() {}

    /** 12 hexadecimal digits of the SHA-256 of type and name; numbers of hidden classes differ between runs and do not count. */
    static String of(Suspect.Type type, String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((type.label() + ':' + name.replaceAll("\\$\\$Lambda.*", "\\$\\$Lambda"))
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
