package io.github.leasewarden.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A short name for a place in the code that survives restarts, rebuilds and edits elsewhere in the file, so that two
 * reports can be compared and a known leak can be ignored by name.
 *
 * <p>It is made of the rule, the kind and the frames' classes and methods. Line numbers are not in it, and whatever a
 * compiler, the JVM or a framework numbers by itself is normalised, see {@link FrameNames}. The price: two lambdas in
 * one method share a fingerprint.
 */
public final class Fingerprints {
    /** 48 bits: among 10 000 sites two share one by chance in 1 of 5 million programs. */
    private static final int HEX_DIGITS = 12;

    private Fingerprints() {}

    /**
     * The fingerprint of an opening site or of another cause.
     *
     * @param rule id of the rule, or of whatever else found it
     * @param kind of the lease, or the suspect's type
     * @param frames innermost first, as {@link StackTraceElement#toString()} or {@code class.method} gives them; for a
     *     suspect without a stack, its class name
     * @return 12 lower-case hexadecimal digits
     */
    public static String of(String rule, String kind, List<String> frames) {
        MessageDigest digest = sha256();
        add(digest, rule);
        add(digest, kind);
        names(frames).forEach(name -> add(digest, name));
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    }

    /** Without the JVM's own frames, unless they are all there is: a suspect class may be one of the JVM's. */
    private static List<String> names(List<String> frames) {
        List<String> all = frames.stream().map(FrameNames::normalised).toList();
        List<String> programs =
                all.stream().filter(name -> !FrameNames.isDispatch(name)).toList();
        return programs.isEmpty() ? all : programs;
    }

    /** The separator keeps ("ab", "c") and ("a", "bc") apart. */
    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
