package io.weir.benchmarks.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** All measured rounds, by contender, in the order in which the contenders were started. Warm-up rounds are not among them. */
final class Results {
    private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

    void add(final List<Round> round) {
        round.forEach(each -> rounds.computeIfAbsent(each.contender(), name -> new ArrayList<>())
                .add(each));
    }

    Map<String, List<Round>> byContender() {
        return rounds;
    }

    /** {@return the median of a figure; empty if the contender did not take part} */
    Optional<Double> median(final String contender, final ToDoubleFunction<Round> figure) {
        return Optional.ofNullable(rounds.get(contender))
                .map(all -> Spread.of(all, figure).median());
    }

    /** {@return the gateway's median over the baseline's; empty if the baseline did not take part} */
    Optional<Double> ratio(final String baseline, final ToDoubleFunction<Round> figure) {
        return median(baseline, figure)
                .flatMap(other -> median(Contest.GATEWAY, figure).map(ours -> ours / other));
    }

    /** {@return whether every order of every round had exactly what it was to have} */
    boolean isClean() {
        return rounds.values().stream().flatMap(List::stream).allMatch(Round::isClean);
    }
}
