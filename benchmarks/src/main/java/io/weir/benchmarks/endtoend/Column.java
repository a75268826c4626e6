package io.weir.benchmarks.endtoend;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One figure of a table: its median over rounds, and, where that is wanted, least and most.
 *
 * @param title    head of the column.
 * @param figure   of a round.
 * @param isSpread whether least and most stand behind the median.
 */
record Column(String title, ToDoubleFunction<Round> figure, boolean isSpread) {
    static Column of(final String title, final ToDoubleFunction<Round> figure) {
        return new Column(title, figure, false);
    }

    static Column spread(final String title, final ToDoubleFunction<Round> figure) {
        return new Column(title, figure, true);
    }

    /** {@return the columns of a measurement of latency, in microseconds} */
    static List<Column> latency() {
        return List.of(
                Column.spread(
                        "p50 us, median (least to most)",
                        round -> round.plannedToNew().p50()),
                Column.of("p90", round -> round.plannedToNew().p90()),
                Column.spread("p99", round -> round.plannedToNew().p99()),
                Column.of("p99.9", round -> round.plannedToNew().p999()),
                Column.of("max", round -> round.plannedToNew().max()),
                Column.of("from the write: p50", round -> round.sentToNew().p50()),
                Column.of("p99", round -> round.sentToNew().p99()),
                Column.of("client late p50", round -> round.lateness().p50()),
                Column.of("p99", round -> round.lateness().p99()),
                Column.of("CPU us/order", Round::cpuUsPerOrder));
    }

    String cell(final List<Round> rounds) {
        final Spread spread = Spread.of(rounds, figure);
        return isSpread
                ? text(spread.median()) + " (" + text(spread.least()) + " to " + text(spread.most()) + ")"
                : text(spread.median());
    }

    /** Whole from 10 on, else with one digit. */
    static String text(final double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 10 || value == 0 ? "%,.0f" : "%.1f", value);
    }
}
