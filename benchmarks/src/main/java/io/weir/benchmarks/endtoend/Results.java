package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.figure.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** All measured rounds, by contender, in the order in which the contenders were started. Warm-up rounds are not among them. */
final class Results {
    private static final int REFUSALS_SHOWN = 3;

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

    /**
     * Shows all rounds, a row for each contender.
     *
     * @param columns of figures, before those that count what went wrong.
     * @return the table.
     */
    TextTable table(final List<Column> columns) {
        final TextTable table = new TextTable();
        final List<String> head = new ArrayList<>(List.of(""));
        columns.forEach(column -> head.add(column.title()));
        head.addAll(List.of("lost", "doubled", "refused"));
        table.row(head);
        rounds.forEach((contender, all) -> {
            final List<String> row = new ArrayList<>(List.of(contender));
            columns.forEach(column -> row.add(column.cell(all)));
            row.add(sum(all, Round::lost));
            row.add(sum(all, round -> round.doubled() + round.strangers()));
            row.add(sum(all, Round::refused));
            table.row(row);
        });
        return table;
    }

    private static String sum(final List<Round> rounds, final ToIntFunction<Round> figure) {
        return String.valueOf(rounds.stream().mapToInt(figure).sum());
    }

    /** {@return orders that a contender was sent in all rounds} */
    int orders(final String contender) {
        return rounds.get(contender).stream().mapToInt(Round::orders).sum();
    }

    /** {@return the first refusals, whole, with the name of who refused} */
    List<String> refusals() {
        return rounds.values().stream()
                .flatMap(List::stream)
                .flatMap(round -> round.refusals().stream().map(refusal -> round.contender() + " refused: " + refusal))
                .limit(REFUSALS_SHOWN)
                .toList();
    }

    /** {@return whether every order of every round had exactly what it was to have} */
    boolean isClean() {
        return rounds.values().stream().flatMap(List::stream).allMatch(Round::isClean);
    }
}
