package io.weir.simulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.simulator.DemoVenues;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An independent customer of a Binance venue, on the JDK's own HTTP client. */
final class BinanceClient {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String apiKey;
    private final String secret;

    BinanceClient(final int port) {
        this(port, DemoVenues.API_KEY, DemoVenues.API_SECRET);
    }

    BinanceClient(final int port, final String apiKey, final String secret) {
        this.port = port;
        this.apiKey = apiKey;
        this.secret = secret;
    }

    record Reply(int status, JsonNode body, HttpResponse<String> raw) {
        String text(final String name) {
            return body.path(name).asText();
        }

        int code() {
            return body.path("code").asInt();
        }
    }

    Reply get(final String pathAndQuery) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(pathAndQuery)).GET());
    }

    Reply signed(final String method, final String path, final String query) throws IOException, InterruptedException {
        return signedAt(method, path, query, System.currentTimeMillis());
    }

    Reply signedAt(final String method, final String path, final String query, final long timestamp)
            throws IOException, InterruptedException {
        final String payload = query + (query.isEmpty() ? "" : "&") + "timestamp=" + timestamp;
        return send(request(method, path, payload));
    }

    HttpRequest.Builder request(final String method, final String path, final String payload) {
        final HttpRequest.Builder request = HttpRequest.newBuilder(
                        uri(path + "?" + payload + "&signature=" + sign(payload)))
                .method(method, HttpRequest.BodyPublishers.noBody());
        return apiKey == null ? request : request.header("X-MBX-APIKEY", apiKey);
    }

    Reply inBody(final String path, final String form) throws IOException, InterruptedException {
        final String payload = form + "&timestamp=" + System.currentTimeMillis();
        return send(HttpRequest.newBuilder(uri(path))
                .header("X-MBX-APIKEY", apiKey)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(payload + "&signature=" + sign(payload))));
    }

    Reply send(final HttpRequest.Builder request) throws IOException, InterruptedException {
        final HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), MAPPER.readTree(response.body()), response);
    }

    Reply limit(final String side, final String qty, final String price, final String tif, final String id)
            throws IOException, InterruptedException {
        return signed(
                "POST",
                "/api/v3/order",
                "symbol=BTCUSDT&side=" + side + "&type=LIMIT&timeInForce=" + tif + "&quantity=" + qty + "&price="
                        + price + "&newClientOrderId=" + id);
    }

    Reply query(final String id) throws IOException, InterruptedException {
        return signed("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=" + id);
    }

    URI uri(final String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port + pathAndQuery);
    }

    HttpClient http() {
        return http;
    }

    BinanceSocket socket(final String path) {
        return BinanceSocket.open(http, URI.create("ws://127.0.0.1:" + port + path));
    }

    /** A signed request of the WebSocket API. */
    String wsRequest(final String id, final String method, final Map<String, String> params) {
        final Map<String, String> sorted = new TreeMap<>(params);
        sorted.put("apiKey", apiKey);
        sorted.put("timestamp", Long.toString(System.currentTimeMillis()));
        final String payload = sorted.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("&"));
        final ObjectNode request = MAPPER.createObjectNode().put("id", id).put("method", method);
        final ObjectNode body = request.putObject("params");
        sorted.forEach((name, value) -> {
            if (name.equals("timestamp")) {
                body.put(name, Long.parseLong(value));
            } else {
                body.put(name, value);
            }
        });
        body.put("signature", sign(payload));
        return request.toString();
    }

    String sign(final String payload) {
        try {
            final Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (final GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
