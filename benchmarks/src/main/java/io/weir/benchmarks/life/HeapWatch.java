package io.weir.benchmarks.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks once a second how much heap a JVM has in use, garbage included, and how much memory the process holds. */
final class HeapWatch implements AutoCloseable {
    private static final Pattern USED = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final long EVERY_NS = TimeUnit.SECONDS.toNanos(1);
    private static final double KIB_PER_MIB = 1024;

    private final long pid;
    private final Thread thread = new Thread(this::watch, "heap-watch");
    private volatile boolean isClosed;
    private volatile long mostKib;
    private volatile long mostResidentKib;

    private HeapWatch(final long pid) {
        this.pid = pid;
    }

    /** {@return a watch that runs until it is closed} */
    static HeapWatch start(final long pid) {
        final HeapWatch watch = new HeapWatch(pid);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        while (!isClosed) {
            mostKib = Math.max(mostKib, kib(USED, heapInfo()));
            mostResidentKib = Math.max(mostResidentKib, kib(RESIDENT, status()));
            LockSupport.parkNanos(this, EVERY_NS);
        }
    }

    static long kib(final Pattern pattern, final String text) {
        final Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private String heapInfo() {
        try {
            final Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(pid),
                            "GC.heap_info")
                    .redirectErrorStream(true)
                    .start();
            return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String status() {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "status"));
        } catch (final IOException e) {
            return ""; // the process has ended
        }
    }

    /** {@return the most heap in use at any look, in MiB} */
    double mostMib() {
        return mostKib / KIB_PER_MIB;
    }

    /** {@return the most memory held at any look, in MiB; buffers shared with other processes included} */
    double mostResidentMib() {
        return mostResidentKib / KIB_PER_MIB;
    }

    @Override
    public void close() {
        isClosed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
