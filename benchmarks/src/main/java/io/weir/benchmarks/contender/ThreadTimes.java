package io.weir.benchmarks.contender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor time of a process by thread, as Linux tells it; nothing elsewhere. Threads of the same name but for a number at its
 * end, and all of the JVM's own compilers and collectors, count as one. Linux keeps 15 characters of a name.
 */
public final class ThreadTimes {
    private static final double US_PER_TICK = 10_000; // sysconf(_SC_CLK_TCK) is 100 wherever Linux runs a JVM
    private static final int USER_TICKS = 11; // fields behind the name in /proc/PID/task/TID/stat, counted from 0
    private static final int SYSTEM_TICKS = 12;

    private ThreadTimes() {}

    /**
     * Reads the times so far.
     *
     * @param prefix before each name.
     * @param pid    of the process.
     * @return microseconds by name.
     */
    static Map<String, Double> read(final String prefix, final long pid) {
        final Map<String, Double> times = new TreeMap<>();
        final Path tasks = Path.of("/proc", String.valueOf(pid), "task");
        if (!Files.isDirectory(tasks)) {
            return times;
        }
        try (Stream<Path> all = Files.list(tasks)) {
            for (final Path task : all.toList()) {
                add(times, prefix, Files.readString(task.resolve("stat")));
            }
        } catch (final IOException e) {
            return times; // a thread, or all of them, ended meanwhile
        }
        return times;
    }

    private static void add(final Map<String, Double> times, final String prefix, final String stat) {
        final String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        final List<String> fields =
                List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        final double ticks = Double.parseDouble(fields.get(USER_TICKS)) + Double.parseDouble(fields.get(SYSTEM_TICKS));
        times.merge(prefix + group(name), ticks * US_PER_TICK, Double::sum);
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

    /**
     * What has been used between two readings.
     *
     * @param before the first.
     * @param after  the second.
     * @return microseconds by name; of a thread that is new, all of it.
     */
    public static Map<String, Double> between(final Map<String, Double> before, final Map<String, Double> after) {
        final Map<String, Double> used = new TreeMap<>();
        after.forEach((name, us) -> used.put(name, us - before.getOrDefault(name, 0.0)));
        return used;
    }
}
