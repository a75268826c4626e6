package io.weir.app.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.ops.OpsEndpoint;
import java.io.IOException;
import java.io.InterruptedIOException;
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

/** A gateway that may be running where the last one of a data directory listened. Commands ask it, on their own thread. */
public final class RunningGateway {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final OpsEndpoint endpoint;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /**
     * Names it; nothing is sent yet.
     *
     * @param endpoint that it left.
     */
    public RunningGateway(final OpsEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Begins a request.
     *
     * @param path       of the page.
     * @param parameters by HTTP's names.
     * @return the request, a GET until told otherwise.
     */
    public HttpRequest.Builder request(final String path, final Map<String, String> parameters) {
        final String host = endpoint.host().contains(":") ? "[" + endpoint.host() + "]" : endpoint.host();
        final String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(
                URI.create("http://" + host + ":" + endpoint.port() + path + (query.isEmpty() ? "" : "?" + query)));
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param request with a timeout.
     * @return the answer; empty if it came from another server than that gateway.
     * @throws IOException if nothing answers.
     */
    public Optional<HttpResponse<String>> send(final HttpRequest request) throws IOException {
        try {
            final HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            final Optional<String> instance = response.headers().firstValue(OpsEndpoint.INSTANCE_HEADER);
            return instance.equals(Optional.of(endpoint.instance())) ? Optional.of(response) : Optional.empty();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
