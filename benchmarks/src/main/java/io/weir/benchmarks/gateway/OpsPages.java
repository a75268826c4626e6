package io.weir.benchmarks.gateway;

import io.weir.ops.OpsEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** The pages that a gateway shows its operators, wherever its newest start has them. Any thread; each question waits for its answer. */
public final class OpsPages {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path dataDir;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * Knows where to ask.
     *
     * @param dataDir of the gateway; it writes there where its pages are.
     */
    public OpsPages(final Path dataDir) {
        this.dataDir = dataDir;
    }

    /**
     * Reads a page.
     *
     * @param path for example {@code /health}.
     * @return its text, whatever the status; empty while nobody answers.
     */
    public Optional<String> read(final String path) {
        final Optional<OpsEndpoint> endpoint = OpsEndpoint.read(dataDir);
        if (endpoint.isEmpty()) {
            return Optional.empty();
        }
        final URI page = URI.create(
                "http://" + endpoint.get().host() + ":" + endpoint.get().port() + path);
        try {
            final HttpRequest request =
                    HttpRequest.newBuilder(page).timeout(PATIENCE).build();
            return Optional.of(http.send(request, BodyHandlers.ofString()).body());
        } catch (final IOException e) {
            return Optional.empty(); // not there yet, or not any more
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * Reads one of its metrics.
     *
     * @param name without labels.
     * @return its value; empty while nobody answers or has none of that name.
     */
    public OptionalDouble metric(final String name) {
        return read("/metrics").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(name + ' '))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst();
    }
}
