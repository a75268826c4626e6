package io.weir.app.fix;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.app.EmbeddedDemo;
import io.weir.app.operator.RecoverCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The machine loses power, and with durability process everything that came after one moment is gone: log, journal, send
 * logs, the store of the FIX venue. The venues have gone on. The gateway stands still until it is recovered.
 */
final class PowerLossTest {
    @TempDir
    private Path directory;

    private final ReportRules reports = new ReportRules();
    private EmbeddedDemo demo;
    private Trader trader;

    @BeforeEach
    void start() {
        demo = new EmbeddedDemo(directory, profile -> profile);
        awaitVenues();
        trader = new Trader("CLIENT", demo::fixPort, reports);
    }

    @AfterEach
    void stop() {
        trader.close();
        demo.close();
    }

    private void awaitVenues() {
        await().atMost(Wire.PATIENCE).until(demo::areVenuesUp);
    }

    @Test
    void shouldStandStillUntilItIsRecovered() throws Exception {
        trader.logsOn();
        rests("A-1", "40000");
        final Path kept = directory.resolve("kept");
        restartGateway(() -> copy(demo.data(), kept));

        trader.logsOn();
        rests("A-2", "41000");
        trader.says("35=D|11=A-3|55=BTC-USD|54=1|38=0.1|40=1|60={now}");
        trader.hears("35=8|150=0|39=0|11=A-3");
        Message fill = trader.hears("35=8|150=F|11=A-3");
        while (!fill.is(39, "2")) {
            fill = trader.hears("35=8|150=F|11=A-3");
        }
        final List<String> executions = demo.executionsAtSimfix();
        final long heard = trader.nextIn;
        restartGateway(() -> losePower(kept));

        assertTrue(health().startsWith("503 "), health());
        assertTrue(health().contains("the machine lost power"), health());
        refusesLogon();
        restartGateway(() -> {});
        refusesLogon();

        final String told = recover("--raise-numbers", "1000", "--cancel-unknown");
        assertTrue(
                Pattern.compile(": canceling \\S+ BUY 0\\.50* BTC-USD")
                        .matcher(told)
                        .find(),
                told);
        assertTrue(told.contains("venue SIMFIX: reconciled, "), told);
        assertTrue(told.contains("venue BINANCE: reconciled, "), told);
        assertTrue(told.contains("session CLIENT: next MsgSeqNum(34) out raised from "), told);
        assertTrue(told.endsWith("the gateway goes on\n"), told);
        await().atMost(Wire.PATIENCE).until(() -> health().startsWith("200 "));

        trader.connects();
        trader.says(trader.logon(""));
        final long raised = trader.hearsAhead("35=A").number(34);
        assertTrue(raised > heard + 900, () -> heard + " heard, then " + raised);
        final long missing = trader.hears("35=2|16=0").number(7);
        assertTrue(missing < trader.nextOut - 1, "asks for what it has lost");
        trader.says("35=2|7=" + heard + "|16=0");
        trader.hearsOrIsCutOff("35=4|43=Y|123=Y|34=" + heard);
        trader.says("35=D|34=" + missing + "|43=Y|122={now}|11=A-2|55=BTC-USD|54=1|38=0.5|40=2|44=41000|60={now}");
        for (long number = missing + 1; number < trader.nextOut; number++) {
            trader.says("35=4|34=" + number + "|43=Y|122={now}|123=Y|36=" + (number + 1));
        }
        Message refusal = trader.hearsOrIsCutOff("35*");
        while (!refusal.is(35, "j")) {
            refusal = trader.hearsOrIsCutOff("35*");
        }
        Script.check("35=j|372=D|379=A-2|380=0", refusal);

        rests("A-4", "42000");
        trader.says("35=F|11=A-5|41=A-1|55=BTC-USD|54=1|60={now}");
        trader.hearsInTheEnd("35=8|150=4|39=4|11=A-5|41=A-1");
        assertEquals(executions, demo.executionsAtSimfix(), "nothing was worked twice");
    }

    private void rests(final String clOrdId, final String price) {
        trader.says("35=D|11=" + clOrdId + "|55=BTC-USD|54=1|38=0.5|40=2|44=" + price + "|59=1|60={now}");
        trader.hears("35=8|150=0|39=0|11=" + clOrdId);
    }

    private void refusesLogon() {
        trader.connects();
        final long number = trader.nextOut;
        trader.says(trader.logon(""));
        trader.isCutOff();
        trader.nextOut = number;
    }

    private void restartGateway(final Runnable meanwhile) {
        trader.close();
        demo.stopGateway();
        meanwhile.run();
        demo.startGatewayAgain();
        awaitVenues();
    }

    private String recover(final String... options) {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final CommandLine command = new CommandLine(new RecoverCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        final String[] all = Stream.concat(Stream.of("--data", demo.data().toString()), Stream.of(options))
                .toArray(String[]::new);
        assertEquals(0, command.execute(all), () -> out + "\n" + err);
        return out.toString();
    }

    private String health() {
        try {
            final HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + demo.httpPort() + "/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was kept is all that the disk had; the machine has booted since, and the run before did not end by itself. */
    private void losePower(final Path kept) {
        delete(demo.data());
        copy(kept, demo.data());
        final Path lock = demo.data().resolve("node").resolve("LOCK");
        try {
            Files.delete(lock.resolveSibling("CLEAN"));
            Files.writeString(lock, Files.readString(lock).replaceAll("boot=.*", "boot=another"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(final Path from, final Path to) {
        walk(from, Comparator.naturalOrder(), path -> {
            final Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target);
            }
        });
    }

    private static void delete(final Path directory) {
        walk(directory, Comparator.reverseOrder(), Files::delete);
    }

    private static void walk(final Path directory, final Comparator<Path> order, final Step step) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (final Path path : all.sorted(order).toList()) {
                step.take(path);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step {
        void take(Path path) throws IOException;
    }
}
