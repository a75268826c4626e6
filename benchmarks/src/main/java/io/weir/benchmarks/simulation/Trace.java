package io.weir.benchmarks.simulation;

import io.weir.benchmarks.simulation.time.Timeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What happened, readable, the newest of it. Off but when a failing history is told again, so that it costs nothing. */
public final class Trace {
    private static final int MOST_LINES = 1_000_000;

    private final Timeline timeline;
    private final boolean on;
    private final ArrayDeque<String> lines = new ArrayDeque<>();

    Trace(final Timeline timeline, final boolean on) {
        this.timeline = timeline;
        this.on = on;
    }

    /** {@return whether lines are kept} */
    public boolean isOn() {
        return on;
    }

    /**
     * Notes something.
     *
     * @param who  did it.
     * @param what happened; only asked for when lines are kept.
     */
    public void add(final String who, final Supplier<String> what) {
        if (on) {
            if (lines.size() == MOST_LINES) {
                lines.poll();
            }
            lines.add(String.format(Locale.ROOT, "%11.6f %-10s %s", timeline.monotonicNs() / 1e9, who, what.get()));
        }
    }

    /**
     * Finds lines.
     *
     * @param words of which a line has to have one; empty for all.
     * @param limit the most lines; the newest are kept.
     * @return them, oldest first.
     */
    public List<String> about(final List<String> words, final int limit) {
        return about(words, List.of(), limit);
    }

    List<String> about(final List<String> words, final List<String> without, final int limit) {
        final ArrayDeque<String> found = new ArrayDeque<>();
        for (final String line : lines) {
            final boolean isAsked = words.isEmpty() || words.stream().anyMatch(line::contains);
            if (isAsked && without.stream().noneMatch(line::contains)) {
                found.add(line);
                if (found.size() > limit) {
                    found.poll();
                }
            }
        }
        return new ArrayList<>(found);
    }
}
