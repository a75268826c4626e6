package io.weir.benchmarks.figure;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and when something was measured.
 *
 * @param command as it was typed.
 * @param atUtc   when it began.
 * @param cores   that the JVM may use.
 * @param jvm     its name and version.
 * @param os      its name, version and architecture.
 * @param load    the machine's load average over a minute before it began, below 0 if it is not told: what else was at work.
 */
public record Surroundings(String command, Instant atUtc, int cores, String jvm, String os, double load) {
    /**
     * Looks around.
     *
     * @param command as it was typed.
     * @return what holds now.
     */
    public static Surroundings now(final String command) {
        return new Surroundings(
                command,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + ' ' + System.getProperty("java.runtime.version"),
                System.getProperty("os.name")
                        + ' '
                        + System.getProperty("os.version")
                        + ' '
                        + System.getProperty("os.arch"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
