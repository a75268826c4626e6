package io.weir.benchmarks.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What a person and a program see of a measurement.
 *
 * @param title    what was measured and how.
 * @param machine  where.
 * @param results  all rounds.
 * @param columns  of the table.
 * @param verdicts on the goals.
 * @param found    what was looked at afterwards.
 */
record Report(
        String title,
        Machine machine,
        Results results,
        List<Column> columns,
        List<Verdict> verdicts,
        List<Finding> found) {

    void print(final PrintWriter out) {
        out.println();
        out.println(title);
        out.println(machine);
        out.println();
        table().print(out);
        out.println();
        verdicts.forEach(out::println);
        found.forEach(finding -> out.println(finding.text()));
        results.byContender().values().stream()
                .flatMap(List::stream)
                .flatMap(round -> round.refusals().stream().map(refusal -> round.contender() + " refused: " + refusal))
                .limit(3)
                .forEach(out::println);
        out.flush();
    }

    private TextTable table() {
        final TextTable table = new TextTable();
        final List<String> head = new ArrayList<>(List.of(""));
        columns.forEach(column -> head.add(column.title()));
        head.addAll(List.of("lost", "doubled", "refused"));
        table.row(head);
        results.byContender().forEach((contender, rounds) -> {
            final List<String> row = new ArrayList<>(List.of(contender));
            columns.forEach(column -> row.add(column.cell(rounds)));
            row.add(sum(rounds, Round::lost));
            row.add(sum(rounds, round -> round.doubled() + round.strangers()));
            row.add(sum(rounds, Round::refused));
            table.row(row);
        });
        return table;
    }

    private static String sum(final List<Round> rounds, final ToIntFunction<Round> figure) {
        return String.valueOf(rounds.stream().mapToInt(figure).sum());
    }

    void writeJson(final Path file) {
        final Map<String, Object> root = new LinkedHashMap<>();
        root.put("command", title);
        final Map<String, Object> where = new LinkedHashMap<>();
        where.put("at", machine.at().toString());
        where.put("cores", machine.cores());
        where.put("load", machine.load());
        where.put("jvm", machine.jvm());
        where.put("os", machine.os());
        root.put("machine", where);
        root.put("goals", verdicts.stream().map(Report::json).toList());
        root.put("found", found);
        root.put("rounds", results.byContender());
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), root);
        } catch (final IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static Map<String, Object> json(final Verdict verdict) {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", verdict.name());
        json.put("value", verdict.value());
        json.put("goal", verdict.goal());
        json.put("met", verdict.isMet());
        return json;
    }
}
