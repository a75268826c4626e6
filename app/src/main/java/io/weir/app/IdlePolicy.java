package io.weir.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.agrona.concurrent.Agent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the threads of this process that have the lowest priority under Linux's policy {@code SCHED_IDLE}. A thread that is only nice
 * is left on its processor for the rest of its slice, a millisecond and more, when a thread of the order's way wakes up there; one of this
 * policy is taken off it at once. Java cannot say so, hence {@code chrt} of util-linux. It looks again and again, for libraries make
 * threads when they like. Where there is no {@code chrt}, or it may not, all stays as it is.
 */
final class IdlePolicy implements Agent {
    private static final Logger LOG = LoggerFactory.getLogger(IdlePolicy.class);
    private static final Path OWN_THREADS = Path.of("/proc/self/task");
    private static final long PATIENCE_S = 5;

    /** Nice value of the lowest priority, as {@code ./gateway} maps it. */
    private static final String LOWEST = "10";

    private static final String SCHED_OTHER = "0";

    /** Where the two stand behind the thread's name, which ends in a parenthesis. Source: proc(5), fields 19 and 41 of stat. */
    private static final int NICE_FIELD = 16;

    private static final int POLICY_FIELD = 38;

    private boolean isRefused;

    /** One look at all threads; {@return how many were changed} */
    @Override
    public int doWork() {
        if (isRefused || !Files.isDirectory(OWN_THREADS)) {
            return 0;
        }
        final List<String> nice = niceThreads();
        for (final String thread : nice) {
            if (!makeIdle(thread) && isNice(thread)) {
                isRefused = true;
                LOG.info("threads behind the log give way by a share only: chrt does not work here");
                return 0;
            }
        }
        return nice.size();
    }

    @Override
    public String roleName() {
        return "idle-policy";
    }

    private static List<String> niceThreads() {
        try (Stream<Path> threads = Files.list(OWN_THREADS)) {
            return threads.map(thread -> thread.getFileName().toString())
                    .filter(IdlePolicy::isNice)
                    .toList();
        } catch (final IOException e) {
            throw new UncheckedIOException("this process cannot list its threads", e);
        }
    }

    private static boolean isNice(final String thread) {
        try {
            final String stat = Files.readString(OWN_THREADS.resolve(thread).resolve("stat"));
            final String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return LOWEST.equals(fields[NICE_FIELD]) && SCHED_OTHER.equals(fields[POLICY_FIELD]);
        } catch (final IOException e) {
            return false; // it has ended meanwhile
        }
    }

    private static boolean makeIdle(final String thread) {
        try {
            final Process chrt = new ProcessBuilder("chrt", "--idle", "--pid", "0", thread)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return chrt.waitFor(PATIENCE_S, TimeUnit.SECONDS) && chrt.exitValue() == 0;
        } catch (final IOException e) {
            return false;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return true; // the gateway ends: nothing is to be said of chrt
        }
    }
}
