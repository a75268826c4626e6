package io.weir.benchmarks.endtoend;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns: the first to the left, the others to the right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    void row(final List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    void print(final PrintWriter out) {
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
