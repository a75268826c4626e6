package io.weir.app.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.ops.OpsEndpoint;
import io.weir.store.StoreUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A gateway that may be running where the last one of a data directory listened. */
final class RunningGateway {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Longer than a query may take there. */
    private static final Duration ANSWER = Duration.ofSeconds(70);

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final OpsEndpoint endpoint;

    RunningGateway(final OpsEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Asks.
     *
     * @param path  of the page.
     * @param given filters by HTTP's names.
     * @param json  JSON, otherwise a table.
     * @return the answer; empty if that gateway does not run any more.
     * @throws StoreUnavailable if it runs and cannot answer now.
     */
    Optional<String> ask(final String path, final Map<String, String> given, final boolean json)
            throws StoreUnavailable {
        final HttpRequest request = HttpRequest.newBuilder(uri(path, given))
                .header("Accept", json ? "application/json" : "text/plain")
                .timeout(ANSWER)
                .build();
        final HttpResponse<String> response;
        try {
            response = HttpClient.newBuilder().connectTimeout(CONNECT).build().send(request, BodyHandlers.ofString());
        } catch (final IOException e) {
            return Optional.empty();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted", e);
        }
        if (!endpoint.instance()
                .equals(response.headers()
                        .firstValue(OpsEndpoint.INSTANCE_HEADER)
                        .orElse(""))) {
            return Optional.empty();
        }
        if (response.statusCode() == OK) {
            return Optional.of(response.body());
        }
        final String reason = response.body().strip();
        throw new StoreUnavailable(
                response.statusCode() == UNAVAILABLE ? reason : "HTTP status " + response.statusCode() + ": " + reason,
                null);
    }

    private URI uri(final String path, final Map<String, String> given) {
        final String host = endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
        final String query = given.entrySet().stream()
                .map(filter -> filter.getKey() + "=" + URLEncoder.encode(filter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create("http://" + host + ":" + endpoint.port() + path + (query.isEmpty() ? "" : "?" + query));
    }
}
