package io.weir.ops.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.weir.ops.OpsEndpoint;
import io.weir.ops.OpsKey;
import io.weir.ops.metrics.Meters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each request to its page. On the event loop; only the pages that ask the store run on workers. */
final class Requests {
    private static final String INDEX = """
            Weir
              /health      how each room is, as JSON; 200 while orders are taken, 503 while not
              /metrics     figures for Prometheus
            """;

    private static final String STORE_INDEX = """
              /orders      orders, newest first
              /executions  executions, newest first

            Filters: account, clOrdId, status, symbol, from, to, before, limit; executions also orderId.
            JSON, or a table with Accept: text/plain.
            """;

    private static final String OPERATORS_INDEX = """

            Operators, with the key of the data directory:
              /kill-switch  POST scope, name, engaged, cancelOpenOrders, text: stops or allows new orders
              /recover      POST raiseNumbers, cancelUnknown, without, text: goes on after a loss of power
            """;

    private static final List<String> PATHS = List.of("/", "/health", "/metrics");
    private static final List<String> STORE_PATHS = List.of("/orders", "/executions");
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final Vertx vertx;
    private final String instance;
    private final Pages pages;
    private final List<String> paths;
    private final AtomicInteger openQueries = new AtomicInteger();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    Requests(final Vertx vertx, final String instance, final Pages pages) {
        this.vertx = vertx;
        this.instance = instance;
        this.pages = pages;
        final Stream<String> store = pages.queries().stream().flatMap(queries -> STORE_PATHS.stream());
        final Stream<String> operators = pages.operators().stream().map(OperatorPage::path);
        this.paths = Stream.of(PATHS.stream(), store, operators)
                .flatMap(each -> each)
                .toList();
    }

    void register(final Meters to) {
        final String description = "HTTP requests by what they were answered.";
        to.counter("weir.http.requests", description, answered::get, "status", "2xx");
        to.counter("weir.http.requests", description, wrong::get, "status", "4xx");
        to.counter("weir.http.requests", description, failed::get, "status", "5xx");
    }

    void handle(final HttpServerRequest request) {
        if (!paths.contains(request.path())) {
            send(
                    request,
                    Answer.fault(Answer.NOT_FOUND, "there is no such page; known are " + String.join(" ", paths)));
        } else if (operatorPage(request.path()).isPresent()) {
            operate(request, operatorPage(request.path()).get());
        } else if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
            request.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            send(request, Answer.fault(Answer.METHOD_NOT_ALLOWED, "method is not GET: this page changes nothing"));
        } else {
            get(request);
        }
    }

    private Optional<OperatorPage> operatorPage(final String path) {
        return pages.operators().stream()
                .filter(page -> page.path().equals(path))
                .findFirst();
    }

    private void get(final HttpServerRequest request) {
        switch (request.path()) {
            case "/health" -> send(request, pages.health().get());
            case "/metrics" -> send(request, metrics(accepted(request)));
            case "/orders" -> query(request, pages.queries().orElseThrow()::orders);
            case "/executions" -> query(request, pages.queries().orElseThrow()::executions);
            default -> send(request, Answer.text(index()));
        }
    }

    private String index() {
        return INDEX
                + (pages.queries().isPresent() ? STORE_INDEX : "")
                + (pages.operators().isEmpty() ? "" : OPERATORS_INDEX);
    }

    private Answer metrics(final String accepted) {
        return new Answer(
                Answer.OK, pages.meters().contentType(accepted), pages.meters().scrape(accepted));
    }

    private void query(final HttpServerRequest request, final BiFunction<Map<String, String>, Rendering, Answer> page) {
        final Map<String, String> parameters = new LinkedHashMap<>();
        final String fault = readParameters(request, parameters, "filter");
        if (!fault.isEmpty()) {
            send(request, Answer.fault(Answer.BAD_REQUEST, fault));
            return;
        }
        if (openQueries.incrementAndGet() > OpsServer.MAX_QUERIES) {
            openQueries.decrementAndGet();
            request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            send(
                    request,
                    Answer.fault(
                            Answer.UNAVAILABLE,
                            OpsServer.MAX_QUERIES + " queries are being answered, the most at a time; ask again"));
            return;
        }
        final Rendering rendering = isPlain(request) ? Rendering.TABLE : Rendering.JSON;
        vertx.executeBlocking(() -> page.apply(parameters, rendering), false).onComplete(result -> {
            openQueries.decrementAndGet();
            if (result.succeeded()) {
                send(request, result.result());
            } else {
                LOG.error("a query could not be answered", result.cause());
                send(request, Answer.fault(Answer.INTERNAL_ERROR, "our fault; the gateway's log says what happened"));
            }
        });
    }

    private void operate(final HttpServerRequest request, final OperatorPage page) {
        final boolean plain = isPlain(request);
        final Map<String, String> parameters = new LinkedHashMap<>();
        if (request.method() != HttpMethod.POST) {
            request.response().putHeader(HttpHeaders.ALLOW, "POST");
            send(request, refused(Answer.METHOD_NOT_ALLOWED, "method is not POST", plain));
            return;
        }
        if (!page.opensTo(header(request, HttpHeaders.AUTHORIZATION))) {
            request.response().putHeader("WWW-Authenticate", "Bearer");
            send(
                    request,
                    refused(
                            Answer.UNAUTHORIZED,
                            "Authorization is not Bearer and the key in the file " + OpsKey.FILE
                                    + " of the data directory",
                            plain));
            return;
        }
        final String fault = readParameters(request, parameters, "field");
        if (!fault.isEmpty()) {
            send(request, refused(Answer.BAD_REQUEST, fault, plain));
            return;
        }
        page.post(parameters, plain).onSuccess(answer -> send(request, answer));
    }

    private static Answer refused(final int status, final String fault, final boolean plain) {
        return Answer.faults(status, List.of(fault), plain);
    }

    /** {@return "" or what is wrong} */
    private static String readParameters(
            final HttpServerRequest request, final Map<String, String> parameters, final String kind) {
        try {
            for (final Map.Entry<String, String> parameter : request.params()) {
                if (parameters.put(parameter.getKey(), parameter.getValue()) != null) {
                    return "a " + kind + " is given twice; each can be given once";
                }
            }
            return "";
        } catch (final IllegalArgumentException e) {
            return "the query string is not percent-encoded as RFC 3986 says";
        }
    }

    private static String accepted(final HttpServerRequest request) {
        return header(request, HttpHeaders.ACCEPT);
    }

    private static boolean isPlain(final HttpServerRequest request) {
        return accepted(request).startsWith("text/plain");
    }

    private static String header(final HttpServerRequest request, final CharSequence name) {
        final String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    /** What is no HTTP, or beyond a bound of the server. The connection cannot be read on, so it ends. */
    void invalid(final HttpServerRequest request) {
        final Throwable cause = request.decoderResult().cause();
        final String name = cause == null ? "" : cause.getClass().getSimpleName();
        final Answer answer = switch (name) {
            case "TooLongHttpLineException" ->
                Answer.fault(Answer.URI_TOO_LONG, "the URI is longer than " + OpsServer.MAX_URI_LENGTH + " bytes");
            case "TooLongHttpHeaderException" ->
                Answer.fault(
                        Answer.HEADERS_TOO_LARGE,
                        "the headers are longer than " + OpsServer.MAX_HEADER_LENGTH + " bytes");
            default -> Answer.fault(Answer.BAD_REQUEST, "this is no HTTP request");
        };
        send(request, answer);
        request.connection().close();
    }

    private void send(final HttpServerRequest request, final Answer answer) {
        count(answer.status());
        final HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(OpsEndpoint.INSTANCE_HEADER, instance)
                .putHeader("X-Content-Type-Options", "nosniff");
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader(
                            HttpHeaders.CONTENT_LENGTH,
                            String.valueOf(answer.body().getBytes(UTF_8).length))
                    .end();
        } else {
            response.end(answer.body());
        }
    }

    private void count(final int status) {
        final AtomicLong counter =
                status < Answer.BAD_REQUEST ? answered : status < Answer.INTERNAL_ERROR ? wrong : failed;
        counter.incrementAndGet();
    }
}
