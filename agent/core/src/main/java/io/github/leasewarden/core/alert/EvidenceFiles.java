package io.github.leasewarden.core.alert;

import io.github.leasewarden.reports.PrivateDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Text files beside the reports, one an episode of an alert: {@code alert-evidence-<utc>-<seq>.txt}, readable by the owner only. At most
 * {@value #KEPT} of them with at most {@value #MOST_BYTES} bytes each; the oldest go first. Trouble with files is told, never thrown. One thread.
 */
public final class EvidenceFiles {
    static final int KEPT = 20;
    static final int MOST_BYTES = 256 << 10;
    private static final Pattern NAME = Pattern.compile("alert-evidence-\\d{8}T\\d{6}Z-\\d{4,}\\.txt");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrivateDirectory directory;
    private final Clock clock;
    private final Consumer<String> warn;
    private int sequence;

    /** @param dir the reports' directory; created with the first file */
    public EvidenceFiles(Path dir, Clock clock, Consumer<String> warn) {
        this.directory = new PrivateDirectory(dir);
        this.clock = clock;
        this.warn = warn;
    }

    /** Stores the text; answers with the file's name, or null if that was not possible. */
    public @Nullable String store(String text) {
        String name =
                String.format(Locale.ROOT, "alert-evidence-%s-%04d.txt", STAMP.format(clock.instant()), ++sequence);
        try {
            if (Files.isDirectory(directory.path()) && directory.wouldCrowd(MOST_BYTES)) {
                warn.accept("no evidence stored: less than 10 % of the disk would be free");
                return null;
            }
            directory.write(name, cut(text).getBytes(StandardCharsets.UTF_8));
            makeRoom();
            return name;
        } catch (IOException | RuntimeException e) {
            // Runtime too: file systems throw half a dozen unchecked kinds
            warn.accept("no evidence stored: " + e);
            return null;
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST_BYTES / 4 ? text : text.substring(0, MOST_BYTES / 4) + "\n… cut off here\n";
    }

    private void makeRoom() throws IOException {
        Deque<Path> files;
        try (Stream<Path> all = Files.list(directory.path())) {
            files = all.filter(file ->
                            NAME.matcher(String.valueOf(file.getFileName())).matches())
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .collect(Collectors.toCollection(ArrayDeque::new));
        }
        while (files.size() > KEPT) {
            Files.deleteIfExists(files.removeFirst());
        }
    }
}
