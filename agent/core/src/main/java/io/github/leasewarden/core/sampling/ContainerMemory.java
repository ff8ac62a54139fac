package io.github.leasewarden.core.sampling;

import io.github.leasewarden.reports.Amount;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads how much memory the container has and uses. The groups are looked for once, their files are read at each look: a limit may be
 * changed while the process runs. What cannot be read is said once, and is no figure. One thread.
 */
public final class ContainerMemory {
    /** The kernel writes "none" as the largest number of whole pages; so much memory nobody has. */
    private static final int DIGITS_OF_NO_LIMIT = 18;

    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final long UNKNOWN = -1;

    private final UptimeClock clock;
    private final Path process;
    private final Path fileSystem;
    private final LongSupplier heap;
    private final Consumer<String> tell;
    private @Nullable Cgroup group;
    private boolean searched;
    private boolean told;
    private String capability = "memory limit: not looked for yet";

    /** @param tell told once if there are control groups that cannot be read */
    public ContainerMemory(UptimeClock clock, Consumer<String> tell) {
        this(
                clock,
                Path.of("/proc/self"),
                Path.of("/"),
                () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted(),
                tell);
    }

    ContainerMemory(UptimeClock clock, Path process, Path fileSystem, LongSupplier heap, Consumer<String> tell) {
        this.clock = clock;
        this.process = process;
        this.fileSystem = fileSystem;
        this.heap = heap;
        this.tell = tell;
    }

    /** What was found, in a sentence. */
    public String capability() {
        return capability;
    }

    /** Reads now; null if nothing limits this process's memory, or nobody can say. */
    public @Nullable ContainerSample read() {
        try {
            if (!searched) {
                searched = true;
                capability = "memory limit: unknown, no memory control group is visible here";
                group = Cgroup.find(process, fileSystem);
            }
            Cgroup found = group;
            return found == null ? null : read(found);
        } catch (NoSuchFileException e) {
            return searchedInVain(e);
        } catch (IOException | RuntimeException e) {
            return unreadable(e);
        }
    }

    private @Nullable ContainerSample searchedInVain(NoSuchFileException missing) {
        if (group != null) {
            return unreadable(missing); // a group without the file that every group has
        }
        capability = "memory limit: unknown, this system has no control groups";
        return null;
    }

    private @Nullable ContainerSample unreadable(Exception e) {
        capability = "memory limit: unknown, the control groups cannot be read: " + e;
        if (!told) {
            told = true;
            tell.accept("the container's memory is not known: " + e);
        }
        return null;
    }

    private @Nullable ContainerSample read(Cgroup found) throws IOException {
        long limit = NO_LIMIT;
        Path tightest = null;
        for (Path directory : found.directories()) {
            long here = limit(directory.resolve(found.generation().limit()));
            if (here < limit) {
                limit = here;
                tightest = directory;
            }
        }
        if (tightest == null) {
            capability = "memory limit: none";
            return null;
        }
        capability = "memory limit: " + Amount.bytes(limit) + ", from control groups " + found.generation();
        long usage = number(tightest.resolve(found.generation().usage()));
        long inactive = line(tightest.resolve("memory.stat"), found.generation().inactiveFile());
        return new ContainerSample(
                clock.uptimeNanos(),
                limit,
                Math.max(0, usage - inactive),
                kills(tightest.resolve(found.generation().oomKills())),
                heap.getAsLong());
    }

    /** The outermost group has no such file, nor has one whose memory is not accounted for: neither limits anything. */
    private static long limit(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            return NO_LIMIT;
        }
        boolean none = text.equals("max")
                || (text.length() > DIGITS_OF_NO_LIMIT && text.chars().allMatch(Character::isDigit));
        long limit = none ? NO_LIMIT : parse(file, text);
        if (limit == 0) {
            throw new IOException(file + " says 0, and nothing could run in that");
        }
        return limit;
    }

    private static long number(Path file) throws IOException {
        return parse(file, Files.readString(file).strip());
    }

    private static long line(Path file, String key) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(key + " ")) {
                return parse(file, line.substring(key.length() + 1).strip());
            }
        }
        throw new IOException(file + " has no line " + key);
    }

    /** Older kernels do not count them. */
    private static long kills(Path file) {
        try {
            return line(file, "oom_kill");
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static long parse(Path file, String text) throws IOException {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the file's name
        }
        throw new IOException(file + " says \"" + (text.length() > 40 ? text.substring(0, 40) : text)
                + "\", which is no number of bytes");
    }
}
