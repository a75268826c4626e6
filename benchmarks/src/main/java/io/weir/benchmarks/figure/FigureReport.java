package io.weir.benchmarks.figure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of one measurement in the order in which they were taken. For one thread. */
public final class FigureReport {
    private static final String ROW = "  %-54s %16s %-12s %-16s %s%n";

    private final Surroundings surroundings;
    private final List<Figure> figures = new ArrayList<>();

    public FigureReport(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Adds figures behind those that are there. */
    public void add(final List<Figure> more) {
        figures.addAll(more);
    }

    /** {@return all figures, oldest first} */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    /** Prints where it was measured and a row for each figure. */
    public void print(final PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s%n  %s, %d cores, load %.2f, %s, %s%n",
                surroundings.command(),
                surroundings.atUtc(),
                surroundings.cores(),
                surroundings.load(),
                surroundings.jvm(),
                surroundings.os());
        for (final Figure figure : figures) {
            out.printf(
                    Locale.ROOT,
                    ROW,
                    figure.name(),
                    figure.valueText(),
                    figure.unit(),
                    figure.goal().text(),
                    verdict(figure));
        }
        out.flush();
    }

    private static String verdict(final Figure figure) {
        if (figure.goal().kind() == Goal.Kind.NONE) {
            return "";
        }
        return figure.isMet() ? "met" : "missed";
    }

    /**
     * Writes all of it as one JSON object.
     *
     * @param file to write, replaced if it is there.
     * @throws UncheckedIOException if it cannot be written.
     */
    public void writeJson(final Path file) {
        try {
            Files.writeString(file, toJson());
        } catch (final IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** {@return {@code {"command":…,"at":…,…,"figures":[{"name":…,"value":…,"unit":…,"goal":…,"met":…}]}}} */
    String toJson() {
        final StringBuilder json = new StringBuilder("{\n");
        json.append("  \"command\": ").append(quoted(surroundings.command()));
        json.append(",\n  \"at\": ").append(quoted(surroundings.atUtc().toString()));
        json.append(",\n  \"cores\": ").append(surroundings.cores());
        json.append(",\n  \"load\": ").append(surroundings.load());
        json.append(",\n  \"jvm\": ").append(quoted(surroundings.jvm()));
        json.append(",\n  \"os\": ").append(quoted(surroundings.os()));
        json.append(",\n  \"figures\": [");
        for (int i = 0; i < figures.size(); i++) {
            json.append(i == 0 ? "\n" : ",\n");
            append(json, figures.get(i));
        }
        return json.append("\n  ]\n}\n").toString();
    }

    private static void append(final StringBuilder json, final Figure figure) {
        json.append("    {\"name\": ").append(quoted(figure.name()));
        json.append(", \"value\": ").append(number(figure.value()));
        json.append(", \"unit\": ").append(quoted(figure.unit()));
        if (figure.goal().kind() != Goal.Kind.NONE) {
            json.append(", \"goal\": ").append(quoted(figure.goal().text()));
            json.append(", \"met\": ").append(figure.isMet());
        }
        json.append('}');
    }

    /** JSON has no words for what is no number. */
    private static String number(final double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }

    private static String quoted(final String text) {
        final StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
