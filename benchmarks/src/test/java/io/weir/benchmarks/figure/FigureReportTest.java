package io.weir.benchmarks.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FigureReportTest {
    private static final Surroundings HERE =
            new Surroundings("gateway bench \"x\" \\ --n 1", Instant.EPOCH, 2, "a JVM", "an OS", 0.5);

    private final FigureReport report = new FigureReport(HERE);

    @Test
    void shouldJudgeAgainstEitherSideOfTheBound() {
        assertTrue(Figure.atMost("pause", 10, "ms", 10).isMet());
        assertFalse(Figure.atMost("pause", 10.1, "ms", 10).isMet());
        assertTrue(Figure.atLeast("rate", 10, "orders/s", 10).isMet());
        assertFalse(Figure.atLeast("rate", 9.9, "orders/s", 10).isMet());
        assertTrue(Figure.of("rate", 0, "orders/s").isMet());
    }

    @Test
    void shouldPrintARowForEachFigureWithItsVerdict() {
        report.add(List.of(Figure.atLeast("rate", 1_234_567.8, "orders/s", 2_000_000), Figure.of("size", 1.5, "MiB")));
        final StringWriter text = new StringWriter();
        report.print(new PrintWriter(text));
        final List<String> lines = text.toString().lines().map(String::strip).toList();
        assertEquals(4, lines.size());
        assertEquals("rate 1,234,568 orders/s >= 2,000,000 missed", lines.get(2).replaceAll(" +", " "));
        assertEquals("size 1.50 MiB", lines.get(3).replaceAll(" +", " "));
    }

    @Test
    void shouldPrintEachPartWhereItWasAdded() {
        final TextTable table = new TextTable();
        table.row(List.of("", "lost"));
        table.row(List.of("Weir", "0"));
        report.describe("two rounds");
        report.add(table);
        report.add(List.of(Figure.of("size", 1.5, "MiB")));
        report.add(new Finding("both books are equal", true));
        final StringWriter text = new StringWriter();
        report.print(new PrintWriter(text));
        assertEquals(
                List.of("two rounds", "", "lost", "Weir 0", "", "size 1.50 MiB", "both books are equal"),
                text.toString()
                        .lines()
                        .skip(2)
                        .map(line -> line.strip().replaceAll(" +", " "))
                        .toList());
    }

    @Test
    void shouldKnowWhetherGoalsAreMetAndFindingsHold() {
        report.add(List.of(Figure.atMost("pause", 10, "ms", 10)));
        report.add(new Finding("equal", true));
        assertTrue(report.isMet());
        assertTrue(report.isAsItHasToBe());
        report.add(List.of(Figure.atMost("pause", 11, "ms", 10)));
        report.add(new Finding("not equal", false));
        assertFalse(report.isMet());
        assertFalse(report.isAsItHasToBe());
    }

    @Test
    void shouldWriteJsonThatReadsBack(@TempDir final Path directory) throws IOException {
        report.add(List.of(
                Figure.atMost("p99 of \"x\"", 2.25, "us", 10), Figure.of("ratio", Double.NaN, "times the baseline")));
        report.add(new Finding("one is missing", false));
        report.attach("rounds", List.of(new Finding("any record", true)));
        final Path file = directory.resolve("figures.json");
        report.writeJson(file);
        final JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertEquals(HERE.command(), json.get("command").asText());
        assertEquals(2, json.get("cores").asInt());
        assertEquals(2, json.get("figures").size());
        assertEquals(2.25, json.get("figures").get(0).get("value").asDouble());
        assertTrue(json.get("figures").get(0).get("met").asBoolean());
        assertTrue(json.get("figures").get(1).get("value").isNull());
        assertFalse(json.get("figures").get(1).has("met"));
        assertEquals("one is missing", json.at("/found/0/text").asText());
        assertFalse(json.at("/found/0/holds").asBoolean());
        assertEquals("any record", json.at("/rounds/0/text").asText());
    }
}
