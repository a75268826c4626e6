package io.weir.app.query;

import io.weir.app.running.RunningGateway;
import io.weir.config.ConfigException;
import io.weir.ops.OpsEndpoint;
import io.weir.store.Store;
import io.weir.store.StoreConfig;
import io.weir.store.StoreUnavailable;
import io.weir.store.query.Filters;
import io.weir.store.query.StoreQueries;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Asks a running gateway over HTTP, or else the database at rest. Which of both it is, the database's own lock decides; at
 * a gateway's start and end that can change under way, so both are tried in turn for a while.
 */
final class Asking {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);

    /** Longer than a query may take there. */
    private static final Duration ANSWER = Duration.ofSeconds(70);

    private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private final QueryOptions options;
    private final PrintWriter out;
    private final PrintWriter err;

    Asking(final CommandSpec spec, final QueryOptions options) {
        this.options = options;
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
    }

    /**
     * Asks and prints.
     *
     * @param path     of the page that answers the same over HTTP.
     * @param given    filters as typed.
     * @param filters  the same, read.
     * @param question asked of the database at rest.
     * @return the exit code: 0 done, 1 failed, 2 wrong filters.
     */
    int ask(final String path, final Map<String, String> given, final Filters filters, final Question question) {
        if (!filters.faults().isEmpty()) {
            filters.faults().forEach(err::println);
            return ExitCode.USAGE;
        }
        try {
            return ask(path, given, question, options.store());
        } catch (final ConfigException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private int ask(
            final String path, final Map<String, String> given, final Question question, final StoreConfig config) {
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (true) {
            String reason;
            try {
                final Optional<String> answer = askRunning(path, given);
                out.print(answer.isPresent() ? answer.get() : askAtRest(config, question));
                out.flush();
                return ExitCode.OK;
            } catch (final StoreUnavailable e) {
                reason = e.getMessage();
            }
            if (reason.startsWith(Store.NONE) || System.nanoTime() - deadlineNs >= 0) {
                err.println(reason);
                err.println("asked in data directory " + options.dataDir().toAbsolutePath() + " (--data)");
                return ExitCode.SOFTWARE;
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    /** {@return the answer; empty if the gateway does not run any more} */
    private Optional<String> askRunning(final String path, final Map<String, String> given) throws StoreUnavailable {
        final Optional<OpsEndpoint> endpoint = OpsEndpoint.read(options.dataDir());
        if (endpoint.isEmpty()) {
            return Optional.empty();
        }
        final RunningGateway gateway = new RunningGateway(endpoint.get());
        final HttpRequest request = gateway.request(path, given)
                .header("Accept", options.json() ? "application/json" : "text/plain")
                .timeout(ANSWER)
                .build();
        final Optional<HttpResponse<String>> response;
        try {
            response = gateway.send(request);
        } catch (final InterruptedIOException e) {
            throw new StoreUnavailable("interrupted", e);
        } catch (final IOException e) {
            return Optional.empty();
        }
        return response.isEmpty() ? Optional.empty() : Optional.of(body(response.get()));
    }

    private static String body(final HttpResponse<String> response) throws StoreUnavailable {
        if (response.statusCode() == HttpURLConnection.HTTP_OK) {
            return response.body();
        }
        final String reason = response.body().strip();
        final boolean unavailable = response.statusCode() == HttpURLConnection.HTTP_UNAVAILABLE;
        throw new StoreUnavailable(unavailable ? reason : "HTTP status " + response.statusCode() + ": " + reason, null);
    }

    private static String askAtRest(final StoreConfig config, final Question question) throws StoreUnavailable {
        try (Store store = Store.openReadOnly(config)) {
            return question.ask(new StoreQueries(store));
        }
    }

    /** What to ask of a database. */
    @FunctionalInterface
    interface Question {
        /** {@return the answer as text} */
        String ask(StoreQueries queries) throws StoreUnavailable;
    }
}
