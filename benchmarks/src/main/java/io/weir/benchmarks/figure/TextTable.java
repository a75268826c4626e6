package io.weir.benchmarks.figure;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns: the first to the left, the others to the right. */
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; the first one says how many cells each has. */
    public void row(final List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Prints all rows, each column as wide as its widest cell. */
    public void print(final PrintWriter out) {
        final int[] widths = new int[rows.get(0).size()];
        for (final List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (final List<String> row : rows) {
            final StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < widths.length; i++) {
                final String space = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + space : "   " + space + row.get(i));
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
