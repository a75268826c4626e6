package io.weir.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Time on a core that each thread of a process has used, as Linux counts it; nothing elsewhere. Threads of one name count
 * together. Linux keeps 15 characters of a name.
 */
public final class ThreadTimes {
    private static final ThreadTimes NONE = new ThreadTimes(Map.of());

    private final Map<String, Long> nsByName;

    private ThreadTimes(final Map<String, Long> nsByName) {
        this.nsByName = Collections.unmodifiableMap(nsByName);
    }

    /**
     * Looks at a process.
     *
     * @param pid of it.
     * @return its threads' times so far; of no thread if the system does not tell.
     */
    static ThreadTimes of(final long pid) {
        final Path tasks = Path.of("/proc", String.valueOf(pid), "task");
        return Files.isDirectory(tasks) ? of(tasks) : NONE;
    }

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
     * @return time since then; of a thread that is new, all of it.
     */
    public ThreadTimes since(final ThreadTimes before) {
        final Map<String, Long> since = new TreeMap<>();
        nsByName.forEach((name, ns) -> since.put(name, ns - before.nsByName.getOrDefault(name, 0L)));
        return new ThreadTimes(since);
    }

    /** {@return the same with all compilers and all collectors of the JVM as one each, and names without a number at their end} */
    public ThreadTimes grouped() {
        return renamed(ThreadTimes::group);
    }

    private static String group(final String name) {
        if (name.startsWith("C1 Comp") || name.startsWith("C2 Comp")) {
            return "JIT";
        }
        if (name.startsWith("G1 ") || name.startsWith("GC Thread") || name.startsWith("VM Thread")) {
            return "GC and VM";
        }
        return name.replaceAll("[-#\\d ]+$", "");
    }

    /** {@return the same with a word before each name} */
    public ThreadTimes prefixed(final String word) {
        return renamed(name -> word + name);
    }

    private ThreadTimes renamed(final UnaryOperator<String> rename) {
        final Map<String, Long> renamed = new TreeMap<>();
        nsByName.forEach((name, ns) -> renamed.merge(rename.apply(name), ns, Long::sum));
        return new ThreadTimes(renamed);
    }

    /** {@return the threads of two processes} */
    public ThreadTimes and(final ThreadTimes other) {
        final Map<String, Long> both = new TreeMap<>(nsByName);
        other.nsByName.forEach((name, ns) -> both.merge(name, ns, Long::sum));
        return new ThreadTimes(both);
    }

    /** {@return time on a core in ns, by name of the thread, in the order of names} */
    public Map<String, Long> nsByName() {
        return nsByName;
    }

    /** {@return time of all threads together, in ns} */
    public long totalNs() {
        return nsByName.values().stream().mapToLong(Long::longValue).sum();
    }
}
