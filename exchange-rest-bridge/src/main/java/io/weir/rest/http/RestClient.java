package io.weir.rest.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/**
 * Sends requests over kept connections, one at a time on each: a connection that breaks leaves one request unanswered, not a
 * pipeline of them. Repeats nothing. Event loop only.
 */
public final class RestClient {
    /** Servers keep idle connections for a minute or more; ours are given up before, so that none is used as it closes. */
    private static final int KEEP_ALIVE_S = 25;

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Vertx vertx;
    private final HttpClient client;
    private final Endpoint endpoint;
    private final RestBounds bounds;

    /**
     * Makes one; connects at the first request.
     *
     * @param vertx    whose event loop is used.
     * @param endpoint of the server; its certificate has to name the host.
     * @param bounds   what it may use.
     */
    public RestClient(final Vertx vertx, final Endpoint endpoint, final RestBounds bounds) {
        this.vertx = vertx;
        this.endpoint = endpoint;
        this.bounds = bounds;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost(endpoint.host())
                        .setDefaultPort(endpoint.port())
                        .setSsl(endpoint.ssl())
                        .setConnectTimeout((int) bounds.connectTimeoutMs())
                        .setKeepAliveTimeout(KEEP_ALIVE_S)
                        .setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(bounds.connections()).setMaxWaitQueueSize(bounds.waiting()));
    }

    /**
     * Makes one request.
     *
     * @param call    what to ask.
     * @param handler gets the outcome, never before this returns.
     */
    public void send(final RestCall call, final RestHandler handler) {
        final RequestOptions options = new RequestOptions()
                .setMethod(call.method())
                .setURI(endpoint.path() + call.path())
                .setConnectTimeout(bounds.connectTimeoutMs())
                .setIdleTimeout(bounds.answerTimeoutMs());
        request(options).onComplete(obtained -> {
            if (obtained.succeeded()) {
                write(call, obtained.result(), handler);
            } else {
                handler.onNotSent("no connection to " + endpoint + ": " + textOf(obtained.cause()));
            }
        });
    }

    /** Vert.x may be closed by its owner while requests still begin. */
    private Future<HttpClientRequest> request(final RequestOptions options) {
        try {
            return client.request(options);
        } catch (final IllegalStateException closed) {
            return vertx.timer(1).compose(timer -> Future.failedFuture(closed));
        }
    }

    private void write(final RestCall call, final HttpClientRequest request, final RestHandler handler) {
        final String payload = call.payload().get();
        call.headers().forEach(request::putHeader);
        final Buffer body;
        if (call.inBody()) {
            request.putHeader("Content-Type", FORM);
            body = Buffer.buffer(payload);
        } else {
            request.setURI(endpoint.path() + call.path() + (payload.isEmpty() ? "" : "?" + payload));
            body = Buffer.buffer();
        }
        request.send(body).onComplete(sent -> {
            if (sent.succeeded()) {
                read(sent.result(), handler);
            } else {
                handler.onUnanswered(textOf(sent.cause()));
            }
        });
    }

    private void read(final HttpClientResponse response, final RestHandler handler) {
        final Buffer body = Buffer.buffer();
        final boolean[] ended = new boolean[1];
        response.exceptionHandler(e -> {
            if (!ended[0]) {
                ended[0] = true;
                handler.onUnanswered(textOf(e));
            }
        });
        response.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > bounds.maxBodyBytes() && !ended[0]) {
                ended[0] = true;
                response.request().reset();
                handler.onUnanswered("an answer of more than " + bounds.maxBodyBytes() + " bytes");
            }
        });
        response.endHandler(end -> {
            if (!ended[0]) {
                ended[0] = true;
                handler.onAnswer(new RestAnswer(response.statusCode(), response.headers(), body.getBytes()));
            }
        });
    }

    /** Ends all connections; what runs becomes unanswered. */
    public void close() {
        client.close();
    }

    private static String textOf(final Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
