package io.github.leasewarden.reports.gate;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where source files may be.
 *
 * @param base the checkout's root, to which paths are told
 * @param roots directories that packages begin in
 */
public record SourceRoots(Path base, List<Path> roots) {
    private static final int DEEPEST = 8;
    private static final Set<String> NO_SOURCES = Set.of("target", "build", "node_modules");
    private static final Set<String> LANGUAGES = Set.of("java", "kotlin", "scala", "groovy");

    public SourceRoots {
        base = base.toAbsolutePath().normalize();
        roots = List.copyOf(roots);
    }

    /**
     * Finds {@code src/main/java} and its like below a directory.
     *
     * @throws IOException if a directory cannot be read
     */
    public static SourceRoots find(Path base) throws IOException {
        List<Path> roots = new ArrayList<>();
        Files.walkFileTree(base, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                Path name = dir.getFileName();
                if (!dir.equals(base)
                        && name != null
                        && (name.toString().startsWith(".") || NO_SOURCES.contains(name.toString()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (isRoot(dir)) {
                    roots.add(dir);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE; // a directory we may not enter holds no sources of the reader's
            }
        });
        return new SourceRoots(base, roots.stream().sorted().toList());
    }

    private static boolean isRoot(Path dir) {
        int names = dir.getNameCount();
        return names >= 3
                && LANGUAGES.contains(dir.getName(names - 1).toString())
                && dir.getName(names - 3).toString().equals("src");
    }

    /**
     * A source file below one of the roots.
     *
     * @param inPackage for example {@code com/acme/OrderFeed.java}
     * @return its path from the checkout's root, with slashes
     */
    Optional<String> resolve(String inPackage) {
        for (Path root : roots) {
            Path file = base.resolve(root).toAbsolutePath().normalize().resolve(inPackage);
            if (Files.isRegularFile(file)) {
                Path told = file.startsWith(base) ? base.relativize(file) : file;
                return Optional.of(told.toString().replace('\\', '/'));
            }
        }
        return Optional.empty();
    }
}
