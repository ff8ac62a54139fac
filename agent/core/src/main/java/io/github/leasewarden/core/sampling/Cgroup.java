package io.github.leasewarden.core.sampling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The control groups that account for this process's memory. The JVM reads them too, for its heap's default size, but shows them to nobody:
 * there is no public API, so these are the kernel's files.
 *
 * @param generation which files hold what
 * @param directories the process's own group first, then each one around it, as far as they are mounted here
 */
record Cgroup(Generation generation, List<Path> directories) {

    /** What the two generations of control groups call the same things. */
    enum Generation {
        V1("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file", "memory.oom_control"),
        V2("memory.max", "memory.current", "inactive_file", "memory.events");

        private final String limit;
        private final String usage;
        private final String inactiveFile;
        private final String oomKills;

        Generation(String limit, String usage, String inactiveFile, String oomKills) {
            this.limit = limit;
            this.usage = usage;
            this.inactiveFile = inactiveFile;
            this.oomKills = oomKills;
        }

        /** The file with the limit in bytes. */
        String limit() {
            return limit;
        }

        /** The file with the bytes in use, page cache included. */
        String usage() {
            return usage;
        }

        /** The line of {@code memory.stat} with page cache that the kernel can take back at once, children included. */
        String inactiveFile() {
            return inactiveFile;
        }

        /** The file that has a line {@code oom_kill}. */
        String oomKills() {
            return oomKills;
        }

        private boolean mountedAs(String type, String options) {
            return this == V2
                    ? type.equals("cgroup2")
                    : type.equals("cgroup") && List.of(options.split(",")).contains("memory");
        }
    }

    /**
     * A mounted hierarchy.
     *
     * @param root which group of the hierarchy is seen at {@code top}
     */
    private record Mount(String root, Path top) {
        /** The group's path as seen from {@code top}. A container sees its own group as the root of the mount, whatever the host calls it. */
        String below(String group) {
            if (root.equals("/")) {
                return group;
            }
            return group.startsWith(root + "/") ? group.substring(root.length()) : "/";
        }

        boolean shows(String group) {
            return root.equals("/") || group.equals(root) || group.startsWith(root + "/");
        }
    }

    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    Cgroup {
        directories = List.copyOf(directories);
    }

    /**
     * @param process {@code /proc/self}
     * @param fileSystem what mount points are below: {@code /}
     * @return null if no memory controller is mounted here
     * @throws java.nio.file.NoSuchFileException where the system has no control groups
     */
    static @Nullable Cgroup find(Path process, Path fileSystem) throws IOException {
        String first = null;
        String second = null;
        for (String line : Files.readAllLines(process.resolve("cgroup"))) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3 && List.of(parts[1].split(",")).contains("memory")) {
                first = parts[2];
            } else if (parts.length == 3 && parts[1].isEmpty()) {
                second = parts[2];
            }
        }
        // where both are mounted, the memory controller belongs to the one that names it
        String group = first != null ? first : second;
        Generation generation = first != null ? Generation.V1 : Generation.V2;
        Mount mount = group == null ? null : mount(process.resolve("mountinfo"), generation, group, fileSystem);
        return group == null || mount == null ? null : new Cgroup(generation, upwards(mount.top(), mount.below(group)));
    }

    /** The mount that shows the group; one that does not show it (a namespace hides its name) only if there is no better. */
    private static @Nullable Mount mount(Path mountinfo, Generation generation, String group, Path fileSystem)
            throws IOException {
        Mount best = null;
        for (String line : Files.readAllLines(mountinfo)) {
            String[] fields = line.split(" ");
            int dash = List.of(fields).indexOf("-");
            if (dash < 5 || fields.length < dash + 4 || !generation.mountedAs(fields[dash + 1], fields[dash + 3])) {
                continue;
            }
            Mount mount = new Mount(
                    plain(fields[3]), fileSystem.resolve(plain(fields[4]).substring(1)));
            if (best == null || (!best.shows(group) && mount.shows(group))) {
                best = mount;
            }
        }
        return best;
    }

    /** Blanks and the like are written as three octal digits. */
    private static String plain(String field) {
        return OCTAL.matcher(field)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 8))));
    }

    /** A group outside of our namespace ({@code /../other}) or one that is not visible here counts with what is visible around it. */
    private static List<Path> upwards(Path top, String below) {
        List<Path> directories = new ArrayList<>();
        Path group = top.resolve(below.substring(1)).normalize();
        for (Path here = group; here != null && !here.equals(top) && here.startsWith(top); here = here.getParent()) {
            if (Files.isDirectory(here)) {
                directories.add(here);
            }
        }
        directories.add(top);
        return directories;
    }
}
