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
