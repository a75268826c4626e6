package io.weir.benchmarks.torture;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What a run says while it goes on, each line with the time since it began. Any thread. */
public final class Progress {
    private static final double MS_PER_S = 1_000;

    private final PrintStream out;
    private final long beginNs = System.nanoTime();

    /** A run that begins now and says what happens to {@code out}. */
    public Progress(final PrintStream out) {
        this.out = out;
    }

    /** Says one line. */
    public void say(final String line) {
        out.printf(Locale.ROOT, "[%7.2f s] %s%n", tookMs() / MS_PER_S, line);
        out.flush();
    }

    long tookMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNs);
    }
}
