package io.github.leasewarden.apps.faults;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Forgets a thing, waits until the agent closed it, says so with the first file, waits for the second file, and forgets another thing.
 */
public final class SwitchedMain {
    private SwitchedMain() {}

    public static void main(String[] args) throws Exception {
        Thing before = new Thing();
        Waiting.until(before::isClosed);
        System.out.println("closed before: " + before.isClosed());
        Files.createFile(Path.of(args[0]));
        Waiting.until(() -> Files.exists(Path.of(args[1])));
        Thing after = new Thing();
        Thread.sleep(4_000); // four times its TTL
        System.out.println("closed after: " + after.isClosed());
        after.close();
    }
}
