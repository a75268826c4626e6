package io.weir.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine gateway =
            Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void shouldPrintUsageWhenAskedForHelp() {
        assertEquals(0, gateway.execute("--help"));
        assertTrue(out.toString().startsWith("Usage: gateway"), out.toString());
    }

    @Test
    void shouldPrintNameWhenAskedForVersion() {
        assertEquals(0, gateway.execute("--version"));
        assertTrue(out.toString().startsWith("weir "), out.toString());
    }

    @Test
    void shouldRefuseToStartWithoutCommand() {
        assertEquals(2, gateway.execute());
        assertTrue(err.toString().startsWith("Missing command."), err.toString());
    }

    @Test
    void shouldNameTheCommandItDoesNotKnow() {
        assertEquals(2, gateway.execute("swim"));
        assertTrue(err.toString().contains("'swim'"), err.toString());
    }
}
