package io.weir.app.operator;

import io.weir.app.running.RunningGateway;
import io.weir.ops.OpsEndpoint;
import io.weir.ops.OpsKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** Says something to the running gateway of a data directory, with that directory's key, and tells what became of it. */
final class Operating {
    /** Longer than the gateway waits for the log. */
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final int NOT_YET = -1;

    private final Path dataDir;
    private final PrintWriter out;
    private final PrintWriter err;
    private String printed = "";

    Operating(final CommandSpec spec, final Path dataDir) {
        this.dataDir = dataDir;
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
    }

    /**
     * Posts and prints one line.
     *
     * @param path   of the page.
     * @param fields as typed.
     * @return the exit code: 0 done, 1 failed, 2 wrong fields.
     */
    int post(final String path, final Map<String, String> fields) {
        return postUntilDone(path, fields, Duration.ZERO);
    }

    /**
     * Posts, and again while the gateway answers that something has to be waited for. Prints what it answers, once for each
     * change.
     *
     * @param path     of the page.
     * @param fields   as typed.
     * @param patience gives up after so long.
     * @return as {@link #post}.
     */
    int postUntilDone(final String path, final Map<String, String> fields, final Duration patience) {
        final Optional<RunningGateway> gateway = OpsEndpoint.read(dataDir).map(RunningGateway::new);
        if (gateway.isEmpty() || !runs(gateway.get())) {
            return failed(
                    "no gateway runs in data directory " + dataDir.toAbsolutePath() + " (--data): nothing is changed");
        }
        final OpsKey key;
        try {
            key = OpsKey.read(dataDir);
        } catch (final IOException e) {
            return failed(e.getMessage() + ": nothing is changed");
        }
        final HttpRequest request = gateway.get()
                .request(path, fields)
                .header("Accept", "text/plain")
                .header("Authorization", key.authorization())
                .timeout(ANSWER)
                .POST(BodyPublishers.noBody())
                .build();
        final long deadlineNs = System.nanoTime() + patience.toNanos();
        int code = tell(gateway.get(), request);
        while (code == NOT_YET) {
            if (System.nanoTime() - deadlineNs > 0) {
                return failed("given up after " + patience.toSeconds() + " s: nothing is changed");
            }
            LockSupport.parkNanos(AGAIN.toNanos());
            code = tell(gateway.get(), request);
        }
        return code;
    }

    /** Asked without the key: after a SIGKILL anybody may listen where the gateway did, and is not to see it. */
    private static boolean runs(final RunningGateway gateway) {
        try {
            return gateway.send(gateway.request("/", Map.of()).timeout(ANSWER).build())
                    .isPresent();
        } catch (final IOException e) {
            return false;
        }
    }

    private int tell(final RunningGateway gateway, final HttpRequest request) {
        final Optional<HttpResponse<String>> response;
        try {
            response = gateway.send(request);
        } catch (final IOException e) {
            return unknown(e.toString());
        }
        if (response.isEmpty()) {
            return unknown("another server answers in its place");
        }
        final String body = response.get().body().strip();
        switch (response.get().statusCode()) {
            case HttpURLConnection.HTTP_ACCEPTED:
                printNews(body);
                return NOT_YET;
            case HttpURLConnection.HTTP_OK:
                out.println(body);
                out.flush();
                return ExitCode.OK;
            case HttpURLConnection.HTTP_BAD_REQUEST:
                err.println(body);
                return ExitCode.USAGE;
            case HttpURLConnection.HTTP_CONFLICT:
                return failed("the core refuses it: " + body);
            default:
                return failed(body);
        }
    }

    private void printNews(final String body) {
        if (!body.equals(printed)) {
            printed = body;
            out.println(body);
            out.flush();
        }
    }

    private int unknown(final String why) {
        return failed("the gateway has not answered (" + why
                + "): whether it was taken is not known. Say it again, twice does no harm");
    }

    private int failed(final String text) {
        err.println(text);
        return ExitCode.SOFTWARE;
    }
}
