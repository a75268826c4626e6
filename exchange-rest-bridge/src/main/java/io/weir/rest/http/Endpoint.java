package io.weir.rest.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;

/**
 * Where a server is.
 *
 * @param host name or address.
 * @param port 1 to 65,535.
 * @param ssl  whether it speaks TLS.
 * @param path what comes before every path, "" or beginning with a slash; no slash at its end.
 */
public record Endpoint(String host, int port, boolean ssl, String path) {
    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443, "ws", 80, "wss", 443);
    private static final Set<String> TLS = Set.of("https", "wss");

    /**
     * Reads an address such as {@code https://api.example.com} or {@code ws://127.0.0.1:9443/ws-api/v3}.
     *
     * @param url scheme http, https, ws or wss.
     * @return the endpoint.
     * @throws IllegalArgumentException that names what is wrong with it.
     */
    public static Endpoint parse(final String url) {
        final URI uri;
        try {
            uri = new URI(url);
        } catch (final URISyntaxException e) {
            throw new IllegalArgumentException("'" + url + "' is no address: " + e.getReason(), e);
        }
        final Integer schemePort = uri.getScheme() == null ? null : PORTS.get(uri.getScheme());
        if (schemePort == null || uri.getHost() == null) {
            throw new IllegalArgumentException("'" + url + "' is no address of http, https, ws or wss");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("an address with user, query or fragment is not taken");
        }
        final int port = uri.getPort() < 0 ? schemePort : uri.getPort();
        final String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        return new Endpoint(uri.getHost(), port, TLS.contains(uri.getScheme()), path);
    }

    /** {@return host and port, for logs} */
    @Override
    public String toString() {
        return host + ":" + port + path;
    }
}
