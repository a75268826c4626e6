package io.weir.benchmarks.nodes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** From each kill to the first order newly acknowledged of those made after it, in ms. */
final class KillTimes {
    private final Map<Kill, List<Long>> timesMs = new EnumMap<>(Kill.class);

    void add(final Kill kill, final long ms) {
        timesMs.computeIfAbsent(kill, any -> new ArrayList<>()).add(ms);
    }

    int count(final Kill kill) {
        return sorted(kill).size();
    }

    /** {@return the middle one, the lower of two; 0 if there is none} */
    long medianMs(final Kill kill) {
        final List<Long> sorted = sorted(kill);
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
    }

    long maxMs(final Kill kill) {
        final List<Long> sorted = sorted(kill);
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1);
    }

    /** {@return each figure in the order of the kills} */
    String each(final Kill kill) {
        return timesMs.getOrDefault(kill, List.of()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private List<Long> sorted(final Kill kill) {
        final List<Long> sorted = new ArrayList<>(timesMs.getOrDefault(kill, List.of()));
        Collections.sort(sorted);
        return sorted;
    }
}
