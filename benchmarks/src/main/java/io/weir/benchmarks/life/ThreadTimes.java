package io.weir.benchmarks.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Time on a core that each thread of a process has used so far, as Linux counts it. */
final class ThreadTimes {
    private final Map<String, Long> nsByName;

    private ThreadTimes(final Map<String, Long> nsByName) {
        this.nsByName = nsByName;
    }

    /**
     * Looks at a process.
     *
     * @param tasks {@code /proc/PID/task} of it.
     * @return its threads' times; threads of one name count together.
     * @throws UncheckedIOException if there is no such process.
     */
    static ThreadTimes of(final Path tasks) {
        final Map<String, Long> nsByName = new TreeMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (final Path thread : threads) {
                add(thread, nsByName);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ThreadTimes(nsByName);
    }

    /** The first number of {@code schedstat} is time on a core in ns; a thread that ends meanwhile is left out. */
    private static void add(final Path thread, final Map<String, Long> nsByName) {
        try {
            final String name = Files.readString(thread.resolve("comm")).strip();
            final String schedstat = Files.readString(thread.resolve("schedstat"));
            nsByName.merge(name, Long.parseLong(schedstat.substring(0, schedstat.indexOf(' '))), Long::sum);
        } catch (final IOException e) {
            return; // gone
        }
    }

    /**
     * Compares with an earlier look.
     *
     * @param before of the same process.
     * @return time since then by name of the thread, in ns.
     */
    Map<String, Long> since(final ThreadTimes before) {
        final Map<String, Long> since = new TreeMap<>();
        nsByName.forEach((name, ns) -> since.put(name, ns - before.nsByName.getOrDefault(name, 0L)));
        return since;
    }

    /** {@return time of all threads together, in seconds} */
    double totalS() {
        return nsByName.values().stream().mapToLong(Long::longValue).sum() / 1e9;
    }
}
