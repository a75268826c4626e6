package io.weir.ops.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.weir.ops.OperatorDoor;
import io.weir.ops.Recovered;
import io.weir.ops.RecoveryRequest;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /recover}: lets a gateway go on that stands still after a loss of power. Answers 200 when it is done, 202 with
 * what it waits for when it has to be asked again, 409 when it is refused. On the event loop; nothing here waits.
 */
final class RecoverPage implements OperatorPage {
    static final String PATH = "/recover";

    /** How long venues and log may take to answer, ms. */
    static final long PATIENCE_MS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(RecoverPage.class);

    private final Patience patience;
    private final OperatorDoor door;

    RecoverPage(final Vertx vertx, final OperatorDoor door) {
        this.patience = new Patience(vertx, PATIENCE_MS);
        this.door = door;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public boolean opensTo(final String authorization) {
        return door.key().isShownBy(authorization);
    }

    @Override
    public Future<Answer> post(final Map<String, String> parameters, final boolean plain) {
        final RecoverReader reader = new RecoverReader(parameters);
        final RecoveryRequest request = reader.read();
        if (!reader.faults().isEmpty()) {
            return Future.succeededFuture(Answer.faults(Answer.BAD_REQUEST, reader.faults(), plain));
        }
        return patience.await(
                door.recovery().recover(request),
                recovered -> told(request, recovered, plain),
                fault -> failed(fault, plain),
                () -> late(plain));
    }

    private static Answer told(final RecoveryRequest request, final Recovered recovered, final boolean plain) {
        switch (recovered.kind()) {
            case DONE:
                LOG.info("recovered, {}: {}", request.text(), recovered.lines());
                return lines(Answer.OK, recovered.lines(), plain);
            case WAITING:
                return lines(Answer.ACCEPTED, recovered.lines(), plain);
            default:
                LOG.info("recovery refused, {}: {}", request.text(), recovered.lines());
                return Answer.faults(Answer.CONFLICT, recovered.lines(), plain);
        }
    }

    private static Answer lines(final int status, final List<String> lines, final boolean plain) {
        if (plain) {
            return Answer.faults(status, lines, true);
        }
        return new Answer(status, Json.CONTENT_TYPE, Json.object(json -> {
            json.writeArrayFieldStart("lines");
            for (final String line : lines) {
                json.writeString(line);
            }
            json.writeEndArray();
        }));
    }

    private static Answer late(final boolean plain) {
        return Answer.faults(
                Answer.UNAVAILABLE,
                List.of("venues and log have not answered within " + PATIENCE_MS
                        + " ms; /health tells whether the gateway is held still: if so, say it again"),
                plain);
    }

    private static Answer failed(final Throwable fault, final boolean plain) {
        LOG.warn("recovery could not be worked", fault);
        return Answer.faults(Answer.UNAVAILABLE, List.of("it could not be worked: " + fault.getMessage()), plain);
    }
}
