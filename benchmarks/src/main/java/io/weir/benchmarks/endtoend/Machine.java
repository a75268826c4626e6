package io.weir.benchmarks.endtoend;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Where something was measured.
 *
 * @param at    when it began, UTC.
 * @param cores that this process may use.
 * @param load  of the machine in the last minute before, 1 for each busy core; below 0 if the system does not tell.
 * @param jvm   name and version.
 * @param os    name, version, architecture.
 */
record Machine(Instant at, int cores, double load, String jvm, String os) {
    /** {@return this machine, now} */
    static Machine now() {
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, %d cores, load %.2f at the start, %s, %s", at, cores, load, jvm, os);
    }
}
