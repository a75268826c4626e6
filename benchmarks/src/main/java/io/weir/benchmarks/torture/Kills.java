package io.weir.benchmarks.torture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The kills of a run and what came behind each. */
final class Kills {
    private static final long NONE = -1;

    private final Map<KillKind, Integer> planned = new EnumMap<>(KillKind.class);
    private final Map<KillKind, Integer> done = new EnumMap<>(KillKind.class);
    private final List<Long> acceptedMs = new ArrayList<>();

    Kills(final List<KillKind> plan) {
        plan.forEach(kind -> planned.merge(kind, 1, Integer::sum));
    }

    void note(final KillKind kind) {
        done.merge(kind, 1, Integer::sum);
    }

    /** @param ms from the kill (and the start right behind it) to the first order newly acknowledged */
    void accepted(final long ms) {
        acceptedMs.add(ms);
    }

    int count() {
        return done.values().stream().mapToInt(Integer::intValue).sum();
    }

    int done(final KillKind kind) {
        return done.getOrDefault(kind, 0);
    }

    int planned(final KillKind kind) {
        return planned.getOrDefault(kind, 0);
    }

    boolean isComplete() {
        return planned.keySet().stream().allMatch(kind -> done(kind) >= planned(kind));
    }

    /** {@return ms from a kill to the first order newly acknowledged: the median, -1 if there was none} */
    long medianMs() {
        final List<Long> sorted =
                acceptedMs.stream().sorted(Comparator.naturalOrder()).toList();
        return sorted.isEmpty() ? NONE : sorted.get(sorted.size() / 2);
    }

    /** {@return the same, the greatest} */
    long maxMs() {
        return acceptedMs.stream().mapToLong(Long::longValue).max().orElse(NONE);
    }
}
