package io.weir.benchmarks.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.benchmarks.BenchCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands as they are typed, with few orders; what they measure is not looked at. */
class BenchCommandTest {
    private final StringWriter out = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void shouldFillEveryOrderOfTheRoundTripAtTheVenues() throws IOException {
        final Path json = directory.resolve("figures.json");
        final Path kept = directory.resolve("kept");

        final int code = run(
                "roundtrip",
                "--orders",
                "200",
                "--rounds",
                "1",
                "--memory-at-hand",
                "1",
                "--json",
                json.toString(),
                "--directory",
                kept.toString());

        assertEquals(0, code, out.toString());
        assertTrue(out.toString().contains(": equal"), out.toString());
        assertFalse(Files.exists(kept), "all that was kept is deleted");
        final JsonNode told = new ObjectMapper().readTree(json.toFile());
        assertEquals("orders/s", told.at("/figures/0/name").asText());
        assertTrue(told.at("/found/0/holds").asBoolean());
        final JsonNode round = told.at("/rounds/Weir/0");
        assertEquals(200, round.get("orders").asInt());
        assertEquals(0, round.get("lost").asInt());
    }

    @Test
    void shouldRefuseALayoutThatThereIsNot() {
        assertEquals(2, run("burst", "--layout", "wide"));
    }

    private int run(final String... args) {
        return new CommandLine(new BenchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(args);
    }
}
