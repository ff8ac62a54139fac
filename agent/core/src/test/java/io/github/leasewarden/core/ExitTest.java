package io.github.leasewarden.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;

/** In JVMs of their own, which end. */
class ExitTest {
    @Test
    void theWorkIsDoneBeforeTheJvmEnds() throws Exception {
        assertThat(run(Works.class)).isEqualTo("work done\n");
    }

    @Test
    void theJvmEndsAlthoughTheWorkHangs() throws Exception {
        assertThat(run(Hangs.class))
                .isEqualTo("the JVM exits without the last report: something holds it up for more than 1 s\n");
    }

    @Test
    void theLastReportIsMadeAlthoughFlightRecorderEndsUnderALook() throws Exception {
        assertThat(run(RecordsWhileItEnds.class)).isEqualTo("instead of the last look\n");
    }

    @Test
    void theExitIsKnownToHaveBegunWhileOtherHooksRun() throws Exception {
        assertThat(run(Asks.class)).isEqualTo("begun: false\nbegun: true\n");
    }

    static final class Asks {
        public static void main(String[] args) {
            System.out.println("begun: " + Exit.begun());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("begun: " + Exit.begun())));
        }
    }

    static final class Works {
        public static void main(String[] args) {
            new Exit(() -> System.out.println("work done"), Duration.ofMinutes(1), System.out::println).register();
            System.exit(0);
        }
    }

    static final class Hangs {
        public static void main(String[] args) {
            new Exit(Hangs::hang, Duration.ofSeconds(1), System.out::println).register();
            System.exit(0);
        }

        private static void hang() {
            try {
                Thread.currentThread().join();
            } catch (InterruptedException e) {
                System.out.println("not reached");
            }
        }
    }

    /** As it was seen: a look goes on while the JDK's own shutdown hook ends Flight Recorder, and never comes back. */
    static final class RecordsWhileItEnds {
        private static final Turns TURNS = new Turns(Duration.ofSeconds(2));
        private static final CountDownLatch LOOKS = new CountDownLatch(1);

        public static void main(String[] args) throws InterruptedException {
            try (Recording first = new Recording()) {
                first.start();
                new Exit(RecordsWhileItEnds::last, Duration.ofMinutes(1), System.out::println).register();
                Thread look = new Thread(() -> TURNS.take(RecordsWhileItEnds::look));
                look.setDaemon(true);
                look.start();
                LOOKS.await();
                System.exit(0);
            }
        }

        private static void look() {
            LOOKS.countDown();
            while (true) {
                try (Recording next = new Recording()) {
                    next.start();
                } catch (RuntimeException e) {
                    // stopped by Flight Recorder's end meanwhile; the next one hangs
                }
            }
        }

        private static void last() {
            TURNS.last(() -> System.out.println("the last look"), () -> System.out.println("instead of the last look"));
        }
    }

    private static String run(Class<?> program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the JVM ends").isTrue();
            try (InputStream output = process.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
