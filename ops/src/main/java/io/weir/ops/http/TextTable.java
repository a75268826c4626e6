package io.weir.ops.http;

import java.util.ArrayList;
import java.util.List;

/** Lays rows out in columns for a terminal: names first, numbers to the right. */
final class TextTable {
    private static final String GAP = "  ";
    private static final String NUMBER = "-?[0-9][0-9.]*";

    private final List<String> names;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param names of the columns */
    TextTable(final String... names) {
        this.names = List.of(names);
    }

    /** Adds a row; null is an empty cell, and a control character does nothing to the terminal. */
    void row(final Object... cells) {
        if (cells.length != names.size()) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + names.size());
        }
        final List<String> row = new ArrayList<>();
        for (final Object cell : cells) {
            row.add(cell == null ? "" : cell.toString().replaceAll("\\p{Cntrl}", "?"));
        }
        rows.add(row);
    }

    /** {@return all lines, each ended} */
    String render() {
        final int[] widths = new int[names.size()];
        final boolean[] numeric = new boolean[names.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(column);
            numeric[column] = isNumeric(column);
        }
        final StringBuilder out = new StringBuilder();
        line(out, names, widths, numeric);
        rows.forEach(row -> line(out, row, widths, numeric));
        return out.toString();
    }

    private static void line(
            final StringBuilder out, final List<String> cells, final int[] widths, final boolean[] numeric) {
        final StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            final String cell = cells.get(column);
            final String padding = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : GAP);
            if (numeric[column]) {
                line.append(padding).append(cell);
            } else {
                line.append(cell).append(padding);
            }
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(final int column) {
        int width = names.get(column).length();
        for (final List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }

    private boolean isNumeric(final int column) {
        return !rows.isEmpty()
                && rows.stream().map(row -> row.get(column)).allMatch(cell -> cell.isEmpty() || cell.matches(NUMBER));
    }
}
