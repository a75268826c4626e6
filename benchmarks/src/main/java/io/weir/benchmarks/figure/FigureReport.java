package io.weir.benchmarks.figure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a measurement has found, for people and for programs: figures, findings, tables, each printed in the order in which it
 * was added. For one thread.
 */
public final class FigureReport {
    private static final String ROW = "  %-54s %16s %-12s %-16s %s%n";

    private final Surroundings surroundings;
    private final List<Consumer<PrintWriter>> parts = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Object> attached = new LinkedHashMap<>();
    private String description = "";

    /** A report of what is measured here and now. */
    public FigureReport(final Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Says in a line what was measured, where the command does not say all. */
    public void describe(final String line) {
        description = line;
    }

    /** Adds figures, a row each. */
    public void add(final List<Figure> more) {
        more.forEach(figure -> {
            figures.add(figure);
            parts.add(out -> print(figure, out));
        });
    }

    /** Adds a finding, a line. */
    public void add(final Finding finding) {
        findings.add(finding);
        note(finding.text());
    }

    /** Adds a table for people; what programs need of it is attached. */
    public void add(final TextTable table) {
        parts.add(out -> {
            out.println();
            table.print(out);
            out.println();
        });
    }

    /** Adds a line for people. */
    public void note(final String line) {
        parts.add(out -> out.println(line));
    }

    /**
     * Adds something for programs alone.
     *
     * @param name  of its member in the JSON.
     * @param value records, lists, maps and numbers.
     */
    public void attach(final String name, final Object value) {
        attached.put(name, value);
    }

    /** {@return whether every goal is reached} */
    public boolean isMet() {
        return figures.stream().allMatch(Figure::isMet);
    }

    /** {@return whether every finding is as it has to be} */
    public boolean isAsItHasToBe() {
        return findings.stream().allMatch(Finding::holds);
    }

    /** Prints where it was measured, and all that was added. */
    public void print(final PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s%n  %s, %d cores, load %.2f at the start, %s, %s%n",
                surroundings.command(),
                surroundings.atUtc(),
                surroundings.cores(),
                surroundings.load(),
                surroundings.jvm(),
                surroundings.os());
        if (!description.isEmpty()) {
            out.println("  " + description);
        }
        parts.forEach(part -> part.accept(out));
        out.flush();
    }

    private static void print(final Figure figure, final PrintWriter out) {
        out.printf(
                Locale.ROOT,
                ROW,
                figure.name(),
                figure.valueText(),
                figure.unit(),
                figure.goal().text(),
                figure.hasGoal() ? figure.isMet() ? "met" : "missed" : "");
    }

    /**
     * Writes all of it as one JSON object: {@code command} as it was typed, {@code description} if there is one, {@code at},
     * {@code cores}, {@code load}, {@code jvm}, {@code os}; {@code figures} with name, value, unit and, where there is a goal,
     * goal and met; {@code found} with text and holds; and what was attached.
     *
     * @param file to write, replaced if it is there.
     * @throws UncheckedIOException if it cannot be written.
     */
    public void writeJson(final Path file) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", surroundings.command());
        if (!description.isEmpty()) {
            json.put("description", description);
        }
        json.put("at", surroundings.atUtc().toString());
        json.put("cores", surroundings.cores());
        json.put("load", surroundings.load());
        json.put("jvm", surroundings.jvm());
        json.put("os", surroundings.os());
        json.put("figures", figures.stream().map(FigureReport::json).toList());
        json.put("found", findings);
        json.putAll(attached);
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), json);
        } catch (final IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** JSON has no words for what is no number. */
    private static Map<String, Object> json(final Figure figure) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", figure.name());
        json.put("value", Double.isFinite(figure.value()) ? figure.value() : null);
        json.put("unit", figure.unit());
        if (figure.hasGoal()) {
            json.put("goal", figure.goal().text());
            json.put("met", figure.isMet());
        }
        return json;
    }
}
