package io.github.leasewarden.reports;

/** Cuts credentials out of a pool's address: JDBC URLs carry them after {@code ?} or {@code ;}, others before {@code @}. */
public final class Addresses {
    /** Stands where an address cannot be told from a password. */
    static final String HIDDEN = "(hidden)";

    private Addresses() {}

    /** The address without user, password and parameters. */
    public static String withoutSecrets(String address) {
        String[] parts = address.split("[?;#]", 2);
        if (parts.length == 2 && parts[1].indexOf('@') >= 0) {
            // A password with a ? in it before the host, or one with an @ in it after: no way to know which.
            return HIDDEN;
        }
        String bare = parts[0];
        int at = bare.lastIndexOf('@');
        if (at < 0) {
            return bare;
        }
        int scheme = bare.indexOf("//");
        String kept = scheme >= 0 && scheme < at ? bare.substring(0, scheme + 2) : "";
        return kept + bare.substring(at + 1);
    }
}
