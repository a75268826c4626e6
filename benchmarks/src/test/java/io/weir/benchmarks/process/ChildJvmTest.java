package io.weir.benchmarks.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in a process of its own is started, killed, started again and ended. */
final class ChildJvmTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern SAID = Pattern.compile("(?m)^said (\\w+)$");

    @TempDir
    private Path directory;

    /** Says its argument, once or all the time, and waits to be ended unless it is to end by itself. */
    static final class Program {
        private Program() {}

        public static void main(final String[] args) throws InterruptedException {
            System.out.println("said " + args[0]);
            if (args[0].equals("bye")) {
                System.exit(3);
            }
            while (args[0].equals("more")) {
                System.out.println("said more");
                Pause.ms(1);
            }
            new CountDownLatch(1).await();
        }
    }

    private ChildJvm child(final String word) {
        return new ChildJvm("child", directory.resolve("out"), List.of("-Xmx32m"), Program.class, List.of(word));
    }

    @Test
    void shouldRunAgainBehindAKillWithAnOutputOfItsOwn() {
        final ChildJvm child = child("hello");
        try (child) {
            child.start();
            assertEquals("hello", child.awaitOutput(SAID, PATIENCE).group(1));
            child.kill();
            assertFalse(child.isAlive());
            assertFalse(child.hasEndedByItself());

            child.start();
            child.awaitOutput(SAID, PATIENCE);

            assertTrue(child.isAlive());
            assertTrue(Files.exists(directory.resolve("out").resolve("child-1.log")));
            assertTrue(Files.exists(directory.resolve("out").resolve("child-2.log")));
        }
        assertFalse(child.isAlive());
    }

    @Test
    void shouldTellTheLastWordsOfAProgramThatEndsByItself() {
        try (ChildJvm child = child("bye")) {
            child.start();
            Awaitility.await().atMost(PATIENCE).until(child::hasEndedByItself);

            final RunFailed failed = assertThrows(RunFailed.class, child::check);

            assertEquals(
                    "child has ended by itself, with code 3\nsaid bye",
                    failed.getMessage().strip());
        }
    }

    @Test
    void shouldStandStillUntilItIsResumedAndEndAllTheSame() {
        final ChildJvm child = child("more");
        try (child) {
            child.start();
            child.awaitOutput(SAID, PATIENCE);
            child.suspend();
            Awaitility.await().atMost(PATIENCE).until(() -> isStopped(child));
            final String said = child.output();

            child.resume();

            Awaitility.await().atMost(PATIENCE).until(() -> child.output().length() > said.length());
            child.suspend();
        }
        assertFalse(child.isAlive());
    }

    /** The system's own word for it, behind the name in brackets. */
    private static boolean isStopped(final ChildJvm child) throws IOException {
        final String stat = Files.readString(Path.of("/proc/" + child.pid() + "/stat"));
        return stat.startsWith("T", stat.lastIndexOf(')') + 2);
    }

    @Test
    void shouldSayWhoIsNotReadyInTime() {
        try (ChildJvm child = child("hello")) {
            child.start();
            final RunFailed failed = assertThrows(
                    RunFailed.class, () -> child.awaitOutput(Pattern.compile("something else"), Duration.ZERO));
            assertTrue(failed.getMessage().startsWith("child is not ready after 0 s"), failed.getMessage());
        }
    }
}
