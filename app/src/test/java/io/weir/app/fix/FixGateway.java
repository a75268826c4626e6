package io.weir.app.fix;

import static org.awaitility.Awaitility.await;

import io.weir.app.EmbeddedDemo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The gateway that the conversations are held with: started once for all test classes, a session of its own for each trader,
 * so that every conversation begins with number 1. A test asks for it as a parameter.
 */
final class FixGateway implements AutoCloseable {
    private static final int SESSIONS = 600;
    private static final String MORE_SESSIONS =
            "    - {comp-ids: [%s], password: \"plain:demo\", account: ACC-CLIENT, " + "max-order-age: 1h}\n";

    private final Path directory;
    private final EmbeddedDemo demo;
    private final ReportRules reports = new ReportRules();
    private final List<Trader> traders = new ArrayList<>();
    private int sessions;

    private FixGateway(final Path directory) {
        this.directory = directory;
        this.demo = new EmbeddedDemo(directory, FixGateway::withMoreSessions);
        awaitVenues();
    }

    /** {@return a client that nobody has played yet; not connected} */
    Trader trader() {
        if (sessions == SESSIONS) {
            throw new IllegalStateException("more than " + SESSIONS + " traders");
        }
        return trader("FIX" + ++sessions);
    }

    /** {@return a client of that comp id; not connected} */
    Trader trader(final String compId) {
        final Trader trader = new Trader(compId, demo::fixPort, reports);
        traders.add(trader);
        return trader;
    }

    /** Stops the gateway and starts it again on its data. */
    void restart() {
        demo.restartGateway();
        awaitVenues();
    }

    @Override
    public void close() throws IOException {
        demo.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(FixGateway::delete);
        }
    }

    private void hangUpAll() {
        traders.forEach(Trader::close);
        traders.clear();
    }

    private void awaitVenues() {
        await().atMost(Wire.PATIENCE).until(demo::areVenuesUp);
    }

    private static String withMoreSessions(final String profile) {
        final String compIds =
                IntStream.rangeClosed(1, SESSIONS).mapToObj(i -> "FIX" + i).collect(Collectors.joining(", "));
        return profile.replace("  sessions:\n", "  sessions:\n" + MORE_SESSIONS.formatted(compIds));
    }

    private static void delete(final Path path) {
        try {
            Files.delete(path);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives tests the gateway and hangs up behind them. */
    static final class Extension implements ParameterResolver, AfterEachCallback {
        private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(FixGateway.class);

        @Override
        public boolean supportsParameter(final ParameterContext parameter, final ExtensionContext context) {
            return parameter.getParameter().getType() == FixGateway.class;
        }

        @Override
        public Object resolveParameter(final ParameterContext parameter, final ExtensionContext context) {
            return of(context);
        }

        @Override
        public void afterEach(final ExtensionContext context) {
            of(context).hangUpAll();
        }

        private static FixGateway of(final ExtensionContext context) {
            return context.getRoot()
                    .getStore(SPACE)
                    .computeIfAbsent(FixGateway.class, key -> new FixGateway(newDirectory()), FixGateway.class);
        }

        private static Path newDirectory() {
            try {
                return Files.createTempDirectory("weir-fix");
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
