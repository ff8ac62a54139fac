package io.github.leasewarden.core.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody may have meant by an unknown key. */
final class Suggestion {
    private static final int TYPOS = 2;

    private Suggestion() {}

    /** Known keys that differ by punctuation or a typo or two, else those of the same family; empty if there are none. */
    static List<String> of(String unknown) {
        List<String> known =
                Stream.of(Setting.values()).map(Setting::key).sorted().toList();
        String plain = plain(unknown);
        List<String> alike = known.stream()
                .filter(key -> distance(plain, plain(key)) <= Math.min(TYPOS, (plain.length() + 1) / 3))
                .toList();
        if (!alike.isEmpty()) {
            return alike;
        }
        String family = unknown.contains(".") ? unknown.substring(0, unknown.indexOf('.') + 1) : unknown + ".";
        return known.stream().filter(key -> key.startsWith(family)).toList();
    }

    private static String plain(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }

    /** Levenshtein: the least number of letters to add, drop or change. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
